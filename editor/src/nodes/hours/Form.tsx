/** Opening hours of the workspace or of the step's own, and where the next opening is kept. */

import { SegmentedControl } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withOptional } from "../fields/optional.ts";
import { ScheduleFields } from "../fields/schedule/ScheduleFields.tsx";
import { OFFICE_HOURS } from "../fields/schedule/schedule-words.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

export function Form({ data, onChange }: FormProps<NodeData<"hours">>) {
  const { schedule } = data;
  return (
    <>
      <SegmentedControl
        fullWidth
        data={[
          { value: "workspace", label: t("The workspace's hours") },
          { value: "own", label: t("Hours of its own") },
        ]}
        value={schedule ? "own" : "workspace"}
        onChange={(value) =>
          onChange(withOptional(data, "schedule", value === "own" ? OFFICE_HOURS : undefined))
        }
      />
      {schedule && (
        <ScheduleFields schedule={schedule} onChange={(next) => onChange({ ...data, schedule: next })} />
      )}
      <VariableNameField
        label={t("Save the next opening as")}
        description={t("A date and time; write it in a text with the date filter.")}
        value={data.saveNextAs ?? ""}
        onChange={(name) => onChange(withOptional(data, "saveNextAs", name))}
      />
    </>
  );
}
