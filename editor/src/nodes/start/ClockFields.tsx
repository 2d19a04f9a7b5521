/** Triggers by the clock: at set times for everybody, and when a contact's date has come. */
import type { TriggerOf } from "@hilo/flow-engine";
import { Checkbox, Group, NumberInput, Select, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { useMe } from "../../shell/use-me.ts";
import { inWords } from "../fields/in-words.ts";
import { withOptional } from "../fields/optional.ts";
import { CronField } from "./CronField.tsx";
import { NonEmptyInput } from "./NonEmptyInput.tsx";
import { TimeInput } from "./TimeInput.tsx";
import { TimeZoneField } from "./TimeZoneField.tsx";

type ClockTrigger = TriggerOf<"schedule" | "date-reached">;

interface FieldsProps<T> {
  trigger: T;
  onChange(trigger: T): void;
}

export function ClockFields({ trigger, onChange }: FieldsProps<ClockTrigger>) {
  return trigger.type === "schedule" ? (
    <ScheduleFields trigger={trigger} onChange={onChange} />
  ) : (
    <DateFields trigger={trigger} onChange={onChange} />
  );
}

function ScheduleFields({ trigger, onChange }: FieldsProps<TriggerOf<"schedule">>) {
  const workspaceZone = useMe()?.workspace.timeZone ?? "UTC";
  return (
    <>
      <CronField
        cron={trigger.cron}
        zone={trigger.timeZone ?? workspaceZone}
        onChange={(cron) => onChange({ ...trigger, cron })}
      />
      <TimeZoneField
        label={t("By the clock of")}
        value={trigger.timeZone}
        workspaceZone={workspaceZone}
        onChange={(timeZone) => onChange(withOptional(trigger, "timeZone", timeZone))}
      />
      <TextInput
        size="xs"
        label={t("Name")}
        description={t("For you: it is shown on the card.")}
        maxLength={80}
        value={trigger.name}
        onChange={(event) => onChange({ ...trigger, name: event.currentTarget.value })}
      />
    </>
  );
}

const WHEN = [
  // t:
  { value: "before", label: "days before" },
  { value: "on", label: "on the day" },
  { value: "after", label: "days after" },
];
/** As in the format. */
const MAX_DAYS = 365;

function DateFields({ trigger, onChange }: FieldsProps<TriggerOf<"date-reached">>) {
  const { days } = trigger;
  const when = days === 0 ? "on" : days < 0 ? "before" : "after";
  const set = (amount: number, side: string) => {
    const whole = Math.min(MAX_DAYS, Math.max(1, Math.round(amount)));
    onChange({ ...trigger, days: side === "on" ? 0 : side === "before" ? -whole : whole });
  };
  return (
    <>
      <NonEmptyInput
        label={t("Field with the date")}
        description={t("As 2026-05-04, alone or with a time; createdAt is the day a contact was made.")}
        max={64}
        value={trigger.field}
        onChange={(field) => onChange({ ...trigger, field })}
      />
      <Group gap={8} grow align="flex-end">
        {days !== 0 && (
          <NumberInput
            size="xs"
            label={t("Days")}
            min={1}
            max={MAX_DAYS}
            allowDecimal={false}
            value={Math.abs(days)}
            onChange={(amount) => typeof amount === "number" && amount >= 1 && set(amount, when)}
          />
        )}
        <Select
          size="xs"
          label={t("When")}
          data={inWords(WHEN)}
          value={when}
          allowDeselect={false}
          onChange={(side) => set(Math.abs(days) || 1, side ?? "on")}
        />
        <TimeInput label={t("At")} value={trigger.time} onChange={(time) => onChange({ ...trigger, time })} />
      </Group>
      <Checkbox
        size="xs"
        label={t("Every year, as a birthday")}
        checked={trigger.yearly ?? false}
        onChange={(event) =>
          onChange(withOptional(trigger, "yearly", event.currentTarget.checked || undefined))
        }
      />
    </>
  );
}
