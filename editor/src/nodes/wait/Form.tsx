/** How long the flow pauses, or until when, and what hours it keeps. */

import { SegmentedControl, Select } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { CheckedInput } from "../fields/CheckedInput.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { readClock } from "../fields/schedule/read-times.ts";
import { ScheduleFields } from "../fields/schedule/ScheduleFields.tsx";
import { OFFICE_HOURS } from "../fields/schedule/schedule-words.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { LengthFields } from "./LengthFields.tsx";
import { OffsetField } from "./OffsetField.tsx";

type WaitData = NodeData<"wait">;
interface PartProps {
  data: WaitData;
  onChange(data: WaitData): void;
}

export function Form({ data, onChange }: FormProps<WaitData>) {
  const { until: _, offset: __, ...length } = data;
  const used = data.at !== undefined || data.window !== undefined || data.zone === "contact";
  return (
    <>
      <SegmentedControl
        fullWidth
        data={[
          { value: "for", label: t("For a time") },
          { value: "until", label: t("Until a date") },
        ]}
        value={data.until === undefined ? "for" : "until"}
        onChange={(value) => onChange(value === "until" ? { ...length, until: "" } : length)}
      />
      {data.until === undefined ? (
        <LengthFields
          label={t("How long")}
          amount={data.amount}
          unit={data.unit}
          onChange={(next) => onChange({ ...data, ...next })}
        />
      ) : (
        <DateFields {...{ data, onChange }} />
      )}
      <MoreFields title={t("Time of day, opening hours, time zone")} used={used}>
        <TimeFields {...{ data, onChange }} />
      </MoreFields>
    </>
  );
}

function DateFields({ data, onChange }: PartProps) {
  return (
    <>
      <TemplateField
        label={t("Date or date and time")}
        minRows={1}
        placeholder={t("2026-12-24T18:00 or a variable")}
        description={t("A date that has passed does not wait at all: it goes on, or by “Already past”.")}
        value={data.until ?? ""}
        onChange={(until) => onChange({ ...data, until })}
      />
      <OffsetField
        offset={data.offset}
        onChange={(offset) => onChange(withOptional(data, "offset", offset))}
      />
    </>
  );
}

const WINDOWS = [
  // t:
  { value: "any", label: "at any time" },
  { value: "workspace", label: "in the workspace's opening hours" },
  { value: "own", label: "in hours of its own" },
];

function TimeFields({ data, onChange }: PartProps) {
  const { window } = data;
  const own = typeof window === "object" ? window : undefined;
  const setWindow = (next: WaitData["window"]) => onChange(withOptional(data, "window", next));
  return (
    <>
      <CheckedInput
        label={t("At")}
        description={t("A time of day on the date it comes to.")}
        placeholder={t("09:00, or empty")}
        w={160}
        maxLength={5}
        value={data.at ?? ""}
        read={(text) => (text.trim() === "" ? "" : lastMinute(readClock(text)))}
        onChange={(at) => onChange(withOptional(data, "at", at))}
      />
      <Select
        label={t("Go on")}
        data={WINDOWS.map(({ value, label }) => ({ value, label: t(label) }))}
        value={typeof window === "object" ? "own" : (window ?? "any")}
        allowDeselect={false}
        onChange={(value) =>
          setWindow(value === "own" ? OFFICE_HOURS : value === "workspace" ? "workspace" : undefined)
        }
      />
      {own && <ScheduleFields schedule={own} onChange={setWindow} zoneWords={t("that of the wait")} />}
      <Select
        label={t("By the clocks of")}
        data={[
          { value: "workspace", label: t("the workspace") },
          { value: "contact", label: t("the contact, when their time zone is known") },
        ]}
        value={data.zone}
        allowDeselect={false}
        onChange={(value) => onChange({ ...data, zone: value === "contact" ? "contact" : "workspace" })}
      />
    </>
  );
}

/** The end of a day is the beginning of the next: as a time of day it is none. */
const lastMinute = (clock: string | null) => (clock === "24:00" ? null : clock);
