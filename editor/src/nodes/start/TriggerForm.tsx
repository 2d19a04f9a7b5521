/** One trigger: what it is, and for keywords how they are compared. */
import { KEYWORD_MODES, type KeywordMode, type Trigger } from "@hilo/flow-engine";
import { Checkbox, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { withOptional } from "../fields/optional.ts";
import { MODE_OPTIONS, TRIGGER_TYPES } from "./trigger-words.ts";

interface TriggerFormProps {
  trigger: Trigger;
  onChange(trigger: Trigger): void;
}

export function TriggerForm({ trigger, onChange }: TriggerFormProps) {
  return (
    <Stack gap={6}>
      <TriggerKind trigger={trigger} onChange={onChange} />
      <Checkbox
        size="xs"
        label="Also in the middle of another conversation, which then ends"
        checked={Boolean(trigger.interrupts)}
        onChange={(event) =>
          onChange(withOptional(trigger, "interrupts", event.currentTarget.checked || undefined))
        }
      />
    </Stack>
  );
}

function TriggerKind({ trigger, onChange }: TriggerFormProps) {
  if (trigger.type === "keyword") {
    return (
      <>
        <Select
          size="xs"
          label="When a message"
          data={MODE_OPTIONS}
          value={trigger.mode}
          allowDeselect={false}
          onChange={(value) => isMode(value) && onChange({ ...trigger, mode: value })}
        />
        <NonEmptyInput
          label="Keyword"
          max={200}
          value={trigger.keyword}
          onChange={(keyword) => onChange({ ...trigger, keyword })}
        />
        {trigger.keyword === "default" && (
          <Text size="xs" c="dimmed">
            “default” takes every message that no other keyword takes.
          </Text>
        )}
      </>
    );
  }
  if (trigger.type === "payload") {
    return (
      <>
        <NonEmptyInput
          label="When a button is tapped whose id is"
          max={256}
          value={trigger.payload}
          onChange={(payload) => onChange({ ...trigger, payload })}
        />
        <Checkbox
          size="xs"
          label="or begins with it"
          checked={trigger.prefix ?? false}
          onChange={(event) =>
            onChange(withOptional(trigger, "prefix", event.currentTarget.checked || undefined))
          }
        />
      </>
    );
  }
  return <Text size="sm">{TRIGGER_TYPES.find(({ value }) => value === trigger.type)?.label}</Text>;
}

function isMode(value: string | null): value is KeywordMode {
  return KEYWORD_MODES.some((mode) => mode === value);
}

interface NonEmptyInputProps {
  label: string;
  value: string;
  max: number;
  onChange(value: string): void;
}

/** Can be emptied while typing; what is kept is the last text that was not empty, since the format takes no empty one. */
function NonEmptyInput({ label, value, max, onChange }: NonEmptyInputProps) {
  const [emptied, setEmptied] = useState(false);
  return (
    <TextInput
      size="xs"
      label={label}
      maxLength={max}
      value={emptied ? "" : value}
      error={emptied && `Empty. “${value}” stays until you type something else.`}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setEmptied(next.trim() === "");
        if (next.trim() !== "") onChange(next);
      }}
      onBlur={() => setEmptied(false)}
    />
  );
}
