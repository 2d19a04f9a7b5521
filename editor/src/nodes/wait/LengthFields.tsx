/** How many of which unit. */

import { WAIT_UNITS, type WaitUnit } from "@hilo/flow-engine";
import { Group, NumberInput, Select } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { UNIT_WORDS } from "./wait-words.ts";

/** As in the format. */
const MAX_AMOUNT = 525_600;

interface LengthFieldsProps {
  label: string;
  amount: number;
  unit: WaitUnit;
  onChange(length: { amount: number; unit: WaitUnit }): void;
  whole?: boolean;
}

export function LengthFields({ label, amount, unit, onChange, whole = false }: LengthFieldsProps) {
  return (
    <Group gap={6} wrap="nowrap">
      <NumberInput
        aria-label={label}
        min={0}
        max={MAX_AMOUNT}
        allowDecimal={!whole}
        w={110}
        value={amount}
        onChange={(next) => typeof next === "number" && onChange({ amount: next, unit })}
      />
      <Select
        aria-label={t("{label}: unit", { label })}
        data={WAIT_UNITS.map((value) => ({ value, label: t(UNIT_WORDS[value].unit) }))}
        value={unit}
        allowDeselect={false}
        onChange={(value) => {
          const next = WAIT_UNITS.find((candidate) => candidate === value);
          if (next) onChange({ amount, unit: next });
        }}
      />
    </Group>
  );
}
