/** How long the flow pauses, or until when. */
import { WAIT_UNITS } from "@hilo/flow-engine";
import { Group, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_AMOUNT = 525_600;

export function Form({ data, onChange }: FormProps<NodeData<"wait">>) {
  const { until, ...length } = data;
  return (
    <>
      <SegmentedControl
        fullWidth
        data={[
          { value: "for", label: "For a time" },
          { value: "until", label: "Until a date" },
        ]}
        value={until === undefined ? "for" : "until"}
        onChange={(value) => onChange(value === "until" ? { ...length, until: "" } : length)}
      />
      {until === undefined ? (
        <Group gap={6} wrap="nowrap">
          <NumberInput
            aria-label="How long"
            min={0}
            max={MAX_AMOUNT}
            w={110}
            value={data.amount}
            onChange={(amount) => typeof amount === "number" && onChange({ ...data, amount })}
          />
          <Select
            aria-label="Unit"
            data={[...WAIT_UNITS]}
            value={data.unit}
            allowDeselect={false}
            onChange={(value) => {
              const unit = WAIT_UNITS.find((candidate) => candidate === value);
              if (unit) onChange({ ...data, unit });
            }}
          />
        </Group>
      ) : (
        <TemplateField
          label="Date or date and time"
          minRows={1}
          placeholder="2026-12-24T18:00 or a variable"
          description="In the workspace's time zone. A date that has passed does not wait at all."
          value={until}
          onChange={(next) => onChange({ ...data, until: next })}
        />
      )}
    </>
  );
}
