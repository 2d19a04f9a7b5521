/** Triggers by what happens to a contact: a tag, a field, an event that another program reports. */
import type { TriggerOf } from "@hilo/flow-engine";
import { Code, Text, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import { withOptional } from "../fields/optional.ts";
import { NonEmptyInput } from "./NonEmptyInput.tsx";

type HappeningTrigger = TriggerOf<"tag-added" | "field-changed" | "event">;

interface HappeningFieldsProps {
  trigger: HappeningTrigger;
  onChange(trigger: HappeningTrigger): void;
}

export function HappeningFields({ trigger, onChange }: HappeningFieldsProps) {
  switch (trigger.type) {
    case "tag-added":
      return (
        <NonEmptyInput
          label={t("Tag")}
          max={60}
          value={trigger.tag}
          onChange={(tag) => onChange({ ...trigger, tag })}
        />
      );
    case "field-changed":
      return (
        <>
          <NonEmptyInput
            label={t("Field")}
            max={64}
            value={trigger.field}
            onChange={(field) => onChange({ ...trigger, field })}
          />
          <TextInput
            size="xs"
            label={t("Only when it becomes")}
            description={t("Empty: at every change.")}
            maxLength={500}
            value={trigger.to ?? ""}
            onChange={(event) => onChange(withOptional(trigger, "to", event.currentTarget.value))}
          />
        </>
      );
    case "event":
      return (
        <>
          <NonEmptyInput
            label={t("Event")}
            max={80}
            value={trigger.name}
            onChange={(name) => onChange({ ...trigger, name })}
          />
          <Text size="xs" c="dimmed">
            {withParts(t("Reported by {route}. The flow reads what came with it as {path}."), {
              route: <Code>POST /api/v1/events</Code>,
              path: <Code>{"{{ trigger.event.data }}"}</Code>,
            })}
          </Text>
        </>
      );
  }
}
