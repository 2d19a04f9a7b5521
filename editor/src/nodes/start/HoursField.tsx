/** Only while open, or only while closed: by the workspace's hours, or by hours of the trigger's own. */
import type { TriggerConditions } from "@hilo/flow-engine";
import { Select, Switch } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { useMe } from "../../shell/use-me.ts";
import { inWords } from "../fields/in-words.ts";
import { withOptional } from "../fields/optional.ts";
import { TimeZoneField } from "./TimeZoneField.tsx";
import { WeekFields } from "./WeekFields.tsx";

type Hours = NonNullable<TriggerConditions["hours"]>;

interface HoursFieldProps {
  hours: Hours | undefined;
  onChange(hours: Hours | undefined): void;
}

const WHEN = [
  // t:
  { value: "always", label: "at any time" },
  { value: "open", label: "while you are open" },
  { value: "closed", label: "while you are closed" },
];
/** Working days, as a beginning. */
const OFFICE: Hours["schedule"] = {
  week: Object.fromEntries(
    ["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ from: "09:00", to: "18:00" }]]),
  ),
  days: [],
};

export function HoursField({ hours, onChange }: HoursFieldProps) {
  return (
    <>
      <Select
        size="xs"
        label={t("And only")}
        data={inWords(WHEN)}
        value={hours?.when ?? "always"}
        allowDeselect={false}
        onChange={(when) => onChange(when === "open" || when === "closed" ? { ...hours, when } : undefined)}
      />
      {hours && <OwnHours hours={hours} onChange={onChange} />}
    </>
  );
}

function OwnHours({ hours, onChange }: { hours: Hours; onChange(hours: Hours): void }) {
  const workspaceZone = useMe()?.workspace.timeZone ?? "UTC";
  const { schedule } = hours;
  return (
    <>
      <Switch
        size="xs"
        label={t("By hours of its own, not the workspace's")}
        checked={schedule !== undefined}
        onChange={(event) =>
          onChange(withOptional(hours, "schedule", event.currentTarget.checked ? OFFICE : undefined))
        }
      />
      {schedule && (
        <>
          <WeekFields schedule={schedule} onChange={(next) => onChange({ ...hours, schedule: next })} />
          <TimeZoneField
            label={t("By the clock of")}
            value={schedule.timeZone}
            workspaceZone={workspaceZone}
            onChange={(timeZone) =>
              onChange({ ...hours, schedule: withOptional(schedule, "timeZone", timeZone) })
            }
          />
        </>
      )}
    </>
  );
}
