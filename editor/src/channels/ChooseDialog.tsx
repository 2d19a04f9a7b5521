/** Back from Meta: which of the person's numbers, pages and accounts become channels. */

import type { ChannelChoice } from "@hilo/server/contract";
import { Button, Checkbox, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { errorWords } from "../api/error-words.ts";
import { channelsQuery, choicesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_ICONS, PLATFORM_NAMES } from "../shell/platforms.ts";
import styles from "./Connect.module.css";

const keyOf = ({ platform, platformId }: { platform: string; platformId: string }) =>
  `${platform}:${platformId}`;

export function ChooseDialog({ connectionId, onClose }: { connectionId: string; onClose: () => void }) {
  const client = useQueryClient();
  const choices = useQuery(choicesQuery(connectionId));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = choices.data?.choices ?? [];
  const connect = useMutation({
    mutationFn: () =>
      api.connections.connect({
        id: connectionId,
        chosen: all
          .filter((choice) => chosen.has(keyOf(choice)))
          .map(({ platform, platformId }) => ({ platform, platformId })),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  });
  const toggle = (key: string) =>
    setChosen((old) => new Set(old.has(key) ? [...old].filter((one) => one !== key) : [...old, key]));

  return (
    <Modal opened onClose={onClose} title={t("What should Hilo answer on?")} size="lg">
      <Stack gap="md">
        {choices.isPending && <Skeleton height={180} radius="md" />}
        {choices.isError && <Hint tone="bad">{toApiError(choices.error).message}</Hint>}
        {choices.data?.name && !connect.data && (
          <Text c="dimmed" size="sm">
            {t("{name} may connect these.", { name: choices.data.name })}
          </Text>
        )}
        {choices.data?.problems.map((problem) => (
          <Hint key={problem} tone="warn">
            {errorWords(problem, 0)}
          </Hint>
        ))}
        {connect.data ? (
          <Results choices={all} results={connect.data.results} />
        ) : (
          <ul className={styles.choices}>
            {all.map((choice) => (
              <ChoiceRow
                key={keyOf(choice)}
                choice={choice}
                checked={chosen.has(keyOf(choice))}
                onToggle={() => toggle(keyOf(choice))}
              />
            ))}
          </ul>
        )}
        {connect.isError && <Hint tone="bad">{toApiError(connect.error).message}</Hint>}
        <Group justify="flex-end" gap="sm">
          {connect.data ? (
            <Button onClick={onClose}>{t("Done")}</Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t("Cancel")}
              </Button>
              <Button
                disabled={chosen.size === 0}
                loading={connect.isPending}
                onClick={() => connect.mutate()}
              >
                {chosen.size > 1 ? t("Connect {count}", { count: chosen.size }) : t("Connect")}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChoiceRowProps {
  choice: ChannelChoice;
  checked: boolean;
  onToggle: () => void;
}

function ChoiceRow({ choice, checked, onToggle }: ChoiceRowProps) {
  const { platform, name, detail, channelId } = choice;
  const Icon = PLATFORM_ICONS[platform];
  const about = [
    PLATFORM_NAMES[platform],
    detail,
    channelId ? t("connected already: gets a new token") : null,
  ];
  return (
    <li className={styles.choice}>
      <Checkbox
        checked={checked}
        onChange={onToggle}
        label={name}
        description={about.filter((word) => word !== null && word !== name).join(" · ")}
      />
      <Icon size={22} stroke={1.6} aria-hidden />
    </li>
  );
}

interface ResultsProps {
  choices: readonly ChannelChoice[];
  results: Awaited<ReturnType<typeof api.connections.connect>>["results"];
}

function Results({ choices, results }: ResultsProps) {
  return (
    <Stack gap="xs">
      {results.map((result) => {
        const name = choices.find((choice) => keyOf(choice) === keyOf(result))?.name ?? result.platformId;
        if (result.problem)
          return (
            <Hint key={keyOf(result)} tone={result.channelId ? "warn" : "bad"}>
              {name}: {errorWords(result.problem, 0)}
            </Hint>
          );
        return (
          <Group key={keyOf(result)} gap="xs" wrap="nowrap">
            <IconCircleCheck size={20} color="var(--hilo-say)" aria-hidden />
            <Text size="sm">{t("{name} is connected, and its webhooks come here.", { name })}</Text>
          </Group>
        );
      })}
    </Stack>
  );
}
