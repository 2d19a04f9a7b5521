/** One trigger: what it is, for whom, and what it does to a conversation under way. */
import type { Trigger } from "@hilo/flow-engine";
import { Select, Stack, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { inWords } from "../fields/in-words.ts";
import { withOptional } from "../fields/optional.ts";
import { ClockFields } from "./ClockFields.tsx";
import { Conditions } from "./Conditions.tsx";
import { HappeningFields } from "./HappeningFields.tsx";
import { MessageFields } from "./MessageFields.tsx";
import { OriginFields } from "./OriginFields.tsx";
import { TRIGGER_LABELS } from "./trigger-types.ts";
import { takesAnyMessage } from "./trigger-words.ts";

interface TriggerFormProps {
  trigger: Trigger;
  onChange(trigger: Trigger): void;
}

export function TriggerForm({ trigger, onChange }: TriggerFormProps) {
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600}>
        {t(TRIGGER_LABELS[trigger.type])}
      </Text>
      <OwnFields trigger={trigger} onChange={onChange} />
      {!takesAnyMessage(trigger) && <Interrupts trigger={trigger} onChange={onChange} />}
      <Conditions
        conditions={trigger.conditions}
        onChange={(conditions) => onChange(withOptional(trigger, "conditions", conditions))}
      />
    </Stack>
  );
}

function OwnFields({ trigger, onChange }: TriggerFormProps) {
  switch (trigger.type) {
    case "keyword":
    case "payload":
    case "reopened":
      return <MessageFields trigger={trigger} onChange={onChange} />;
    case "ad":
    case "ref-link":
    case "comment":
    case "story":
    case "opt-in":
    case "activity":
    case "lead":
      return <OriginFields trigger={trigger} onChange={onChange} />;
    case "tag-added":
    case "field-changed":
    case "event":
      return <HappeningFields trigger={trigger} onChange={onChange} />;
    case "schedule":
    case "date-reached":
      return <ClockFields trigger={trigger} onChange={onChange} />;
    case "get-started":
    case "first-message":
    case "catch-all":
      return null;
  }
}

const INTERRUPTS = [
  // t:
  { value: "no", label: "it waits its turn" },
  { value: "end", label: "it ends that one" },
  { value: "suspend", label: "it pauses that one, which goes on afterwards" },
];

function Interrupts({ trigger, onChange }: TriggerFormProps) {
  const { interrupts } = trigger;
  const chosen = interrupts === "suspend" ? "suspend" : interrupts ? "end" : "no";
  return (
    <Select
      size="xs"
      label={t("In the middle of another conversation")}
      data={inWords(INTERRUPTS)}
      value={chosen}
      allowDeselect={false}
      onChange={(value) =>
        onChange(
          withOptional(trigger, "interrupts", value === "end" || value === "suspend" ? value : undefined),
        )
      }
    />
  );
}
