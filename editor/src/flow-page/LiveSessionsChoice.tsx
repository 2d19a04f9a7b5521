/** What becomes of conversations under way, with how many each choice would change. */

import type { PublishPreview } from "@hilo/server/contract";
import { Radio, Stack } from "@mantine/core";
import { t } from "../i18n/t.ts";

export type LiveSessions = "finish" | "move" | "restart" | "end";

interface LiveSessionsChoiceProps {
  preview: PublishPreview;
  value: LiveSessions;
  onChange(value: LiveSessions): void;
}

export function LiveSessionsChoice({ preview, value, onChange }: LiveSessionsChoiceProps) {
  const { total, move, restart } = preview;
  const stay = (count: number) =>
    count === 0 ? "" : ` ${t("Finish on the old version: {count}.", { count })}`;
  const choices: { value: LiveSessions; label: string; description: string }[] = [
    {
      value: "finish",
      label: t("Finish on the version they began with"),
      description: t("Nobody notices anything. Whoever writes from now on gets the new one."),
    },
    {
      value: "move",
      label: t("Go on in the new version ({count})", { count: move.applied }),
      description: `${t("At the same step, where it is still there.")}${stay(move.stay)}`,
    },
    {
      value: "restart",
      label: t("Begin anew ({count})", { count: restart.applied }),
      description: `${t("They get the first message again.")}${stay(restart.stay)}`,
    },
    {
      value: "end",
      label: t("End ({count})", { count: total }),
      description: t("Without a word to the customer."),
    },
  ];
  return (
    <Radio.Group
      label={
        total === 1
          ? t("One conversation is under way")
          : t("{count} conversations are under way", { count: total })
      }
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((each) => each.value === chosen);
        if (choice) onChange(choice.value);
      }}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((choice) => (
          <Radio key={choice.value} size="sm" {...choice} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
