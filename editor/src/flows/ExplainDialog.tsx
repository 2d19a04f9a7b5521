/** Type what a customer might write: which flow answers, which are next in line, which are left out, and why. */

import type { TriggerExplanation } from "@hilo/server/contract";
import { Loader, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { channelsQuery, explanationQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { channelOptions } from "../shell/stored-names.ts";
import { ExplainedTriggers } from "./ExplainedTriggers.tsx";
import { WORD_WORDS } from "./global-word-words.ts";

/** The longest text that WhatsApp takes. */
const MAX_TEXT = 4_096;

export function ExplainDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t("Who answers?")} size="lg">
      <Explainer />
    </Modal>
  );
}

function Explainer() {
  const [text, setText] = useState("");
  const [channelId, setChannelId] = useState<string | null>(null);
  const [asked] = useDebouncedValue(text, SEARCH_PAUSE_MS);
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const answer = useQuery({
    ...explanationQuery(asked, channelId),
    enabled: asked.trim() !== "",
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="md">
      <TextInput
        label={t("When a customer writes")}
        placeholder={t("hola, ¿cuánto cuesta?")}
        maxLength={MAX_TEXT}
        data-autofocus
        value={text}
        rightSection={answer.isFetching && <Loader size={16} />}
        error={answer.isError && toApiError(answer.error).message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {channels.length > 1 && (
        <Select
          label={t("On the channel")}
          placeholder={t("Any WhatsApp number")}
          clearable
          data={channelOptions(channels)}
          value={channelId}
          onChange={setChannelId}
        />
      )}
      {asked.trim() !== "" && answer.data && <Answer text={asked} explanation={answer.data} />}
      <Text size="xs" c="dimmed">
        {t(
          "As for somebody new whose tags and language are not known, while no conversation is under way. Only published flows count.",
        )}
      </Text>
    </Stack>
  );
}

function Answer({ text, explanation }: { text: string; explanation: TriggerExplanation }) {
  const { winner, candidates, notNow, folded, word } = explanation;
  return (
    <Stack gap="sm">
      {folded !== null && folded !== text && (
        <Text size="sm" c="dimmed">
          {t("Compared as “{text}”.", { text: folded })}
        </Text>
      )}
      {word && (
        <Text fw={600}>
          {t("“{text}” means “{word}” in every flow, so that is what it does.", {
            text: text.trim(),
            word: t(WORD_WORDS[word]),
          })}
        </Text>
      )}
      {!word && !winner && <Text fw={600}>{t("No flow answers this.")}</Text>}
      <ExplainedTriggers
        title={winner ? t("Starts") : t("Would start otherwise")}
        triggers={candidates.slice(0, 1)}
        strong={!word}
      />
      <ExplainedTriggers title={t("Next in line")} triggers={candidates.slice(1)} />
      <ExplainedTriggers title={t("Fits, but not now")} triggers={notNow} />
    </Stack>
  );
}
