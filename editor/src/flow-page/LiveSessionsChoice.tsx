/** What becomes of conversations under way, with how many each choice would change. */
import type { PublishPreview } from "@hilo/server/contract";
import { Radio, Stack } from "@mantine/core";

export type LiveSessions = "finish" | "move" | "restart" | "end";

interface LiveSessionsChoiceProps {
  preview: PublishPreview;
  value: LiveSessions;
  onChange(value: LiveSessions): void;
}

export function LiveSessionsChoice({ preview, value, onChange }: LiveSessionsChoiceProps) {
  const { total, move, restart } = preview;
  const stay = (count: number) =>
    count === 0 ? "" : ` ${count} ${count === 1 ? "finishes" : "finish"} on the old version.`;
  const choices: { value: LiveSessions; label: string; description: string }[] = [
    {
      value: "finish",
      label: "Finish on the version they began with",
      description: "Nobody notices anything. Whoever writes from now on gets the new one.",
    },
    {
      value: "move",
      label: `Go on in the new version (${move.applied})`,
      description: `At the same step, where it is still there.${stay(move.stay)}`,
    },
    {
      value: "restart",
      label: `Begin anew (${restart.applied})`,
      description: `They get the first message again.${stay(restart.stay)}`,
    },
    { value: "end", label: `End (${total})`, description: "Without a word to the customer." },
  ];
  return (
    <Radio.Group
      label={total === 1 ? "One conversation is under way" : `${total} conversations are under way`}
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
