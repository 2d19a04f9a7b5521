/** Which emoji. */

import { Button, Group, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

/** The ones WhatsApp itself offers first. */
const USUAL = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

export function Form({ data, onChange }: FormProps<NodeData<"reaction">>) {
  return (
    <>
      <Group gap={6}>
        {USUAL.map((emoji) => (
          <Button
            key={emoji}
            size="compact-md"
            variant={data.emoji === emoji ? "light" : "subtle"}
            aria-pressed={data.emoji === emoji}
            onClick={() => onChange({ ...data, emoji })}
          >
            {emoji}
          </Button>
        ))}
      </Group>
      <TextInput
        label={t("Emoji")}
        description={t("One emoji, or a variable that holds one. Empty takes an earlier reaction back.")}
        maxLength={100}
        w={240}
        value={data.emoji}
        onChange={(event) => onChange({ ...data, emoji: event.currentTarget.value })}
      />
    </>
  );
}
