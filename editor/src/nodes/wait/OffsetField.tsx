/** So long before a date, or after it, or on it. */

import { Select, Stack } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";
import { LengthFields } from "./LengthFields.tsx";

type Offset = NonNullable<NodeData<"wait">["offset"]>;

interface OffsetFieldProps {
  offset: Offset | undefined;
  onChange(offset: Offset | undefined): void;
}

export function OffsetField({ offset, onChange }: OffsetFieldProps) {
  const sign = offset && offset.amount < 0 ? -1 : 1;
  const amount = Math.abs(offset?.amount ?? 1);
  const unit = offset?.unit ?? "days";
  return (
    <Stack gap={6}>
      <Select
        aria-label={t("Before or after the date")}
        data={[
          { value: "0", label: t("then, neither before nor after") },
          { value: "-1", label: t("some time before") },
          { value: "1", label: t("some time after") },
        ]}
        value={offset ? `${sign}` : "0"}
        allowDeselect={false}
        onChange={(value) =>
          onChange(value === "0" ? undefined : { amount: (amount || 1) * (value === "-1" ? -1 : 1), unit })
        }
      />
      {offset && (
        <LengthFields
          label={sign < 0 ? t("How long before") : t("How long after")}
          whole
          amount={amount}
          unit={unit}
          // Without a length there would be no side of the date.
          onChange={(next) => next.amount > 0 && onChange({ ...next, amount: next.amount * sign })}
        />
      )}
    </Stack>
  );
}
