/** Triggers by what is written or tapped. */
import { KEYWORD_MODES, type KeywordMode, type TriggerOf } from "@hilo/flow-engine";
import { Checkbox, NumberInput, Select, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { inWords } from "../fields/in-words.ts";
import { withOptional } from "../fields/optional.ts";
import { KeywordRivals } from "./KeywordRivals.tsx";
import { NonEmptyInput } from "./NonEmptyInput.tsx";
import { MODE_OPTIONS, takesAnyMessage } from "./trigger-words.ts";

type MessageTrigger = TriggerOf<"keyword"> | TriggerOf<"payload"> | TriggerOf<"reopened">;

interface MessageFieldsProps {
  trigger: MessageTrigger;
  onChange(trigger: MessageTrigger): void;
}

export function MessageFields({ trigger, onChange }: MessageFieldsProps) {
  switch (trigger.type) {
    case "keyword":
      return <KeywordFields trigger={trigger} onChange={onChange} />;
    case "payload":
      return <PayloadFields trigger={trigger} onChange={onChange} />;
    case "reopened":
      return (
        <NumberInput
          size="xs"
          label={t("After so many days without a message")}
          min={1}
          max={365}
          allowDecimal={false}
          value={trigger.days}
          onChange={(days) =>
            typeof days === "number" && days >= 1 && days <= 365 && onChange({ ...trigger, days })
          }
        />
      );
  }
}

interface FieldsProps<T> {
  trigger: T;
  onChange(trigger: T): void;
}

function KeywordFields({ trigger, onChange }: FieldsProps<TriggerOf<"keyword">>) {
  return (
    <>
      <ModeSelect
        label={t("When a message")}
        mode={trigger.mode}
        onChange={(mode) => onChange({ ...trigger, mode })}
      />
      <NonEmptyInput
        label={t("Keyword")}
        max={200}
        value={trigger.keyword}
        onChange={(keyword) => onChange({ ...trigger, keyword })}
      />
      <KeywordRivals trigger={trigger} />
      {takesAnyMessage(trigger) && (
        <Text size="xs" c="dimmed">
          {t("“default” takes every message that no other keyword takes.")}
        </Text>
      )}
    </>
  );
}

function PayloadFields({ trigger, onChange }: FieldsProps<TriggerOf<"payload">>) {
  return (
    <>
      <NonEmptyInput
        label={t("When a button is tapped whose id is")}
        max={256}
        value={trigger.payload}
        onChange={(payload) => onChange({ ...trigger, payload })}
      />
      <Checkbox
        size="xs"
        label={t("or begins with it")}
        checked={trigger.prefix ?? false}
        onChange={(event) =>
          onChange(withOptional(trigger, "prefix", event.currentTarget.checked || undefined))
        }
      />
    </>
  );
}

interface ModeSelectProps {
  label: string;
  mode: KeywordMode;
  onChange(mode: KeywordMode): void;
}

/** How a keyword is compared. */
export function ModeSelect({ label, mode, onChange }: ModeSelectProps) {
  return (
    <Select
      size="xs"
      label={label}
      data={inWords(MODE_OPTIONS)}
      value={mode}
      allowDeselect={false}
      onChange={(value) => isMode(value) && onChange(value)}
    />
  );
}

function isMode(value: string | null): value is KeywordMode {
  return KEYWORD_MODES.some((mode) => mode === value);
}
