/** When a schedule runs: by a common pattern, or as cron; with the next times it will. */
import { validateCron } from "@hilo/flow-engine";
import { Group, NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { inWords } from "../fields/in-words.ts";
import { type CronPattern, cronOf, patternOf, patternOfKind, WEEKDAY_NAMES } from "./cron-patterns.ts";
import { NextRuns } from "./NextRuns.tsx";
import { NonEmptyInput } from "./NonEmptyInput.tsx";
import { TimeInput } from "./TimeInput.tsx";

const KINDS: { value: CronPattern["kind"]; label: string }[] = [
  // t:
  { value: "daily", label: "every day" },
  { value: "weekdays", label: "on weekdays" },
  { value: "weekly", label: "every week" },
  { value: "monthly", label: "every month" },
  { value: "advanced", label: "at other times (cron)" },
];
const DAYS = WEEKDAY_NAMES.map((label, i) => ({ value: `${i}`, label }));
/** As in the format. */
const MAX_CRON = 100;

interface CronFieldProps {
  cron: string;
  /** The zone whose clock counts. */
  zone: string;
  onChange(cron: string): void;
}

export function CronField({ cron, zone, onChange }: CronFieldProps) {
  // What is written as cron stays cron, though it may say “every day” too.
  const [advanced, setAdvanced] = useState(patternOf(cron).kind === "advanced");
  const pattern: CronPattern = advanced ? { kind: "advanced", cron } : patternOf(cron);
  const choose = (kind: string | null) => {
    const chosen = KINDS.find(({ value }) => value === kind)?.value ?? "daily";
    setAdvanced(chosen === "advanced");
    onChange(cronOf(patternOfKind(chosen, pattern)));
  };
  return (
    <>
      <Select
        size="xs"
        label={t("Runs")}
        data={inWords(KINDS)}
        value={pattern.kind}
        allowDeselect={false}
        onChange={choose}
      />
      <PatternFields pattern={pattern} onChange={(next) => onChange(cronOf(next))} />
      <NextRuns cron={cron} zone={zone} />
    </>
  );
}

function PatternFields({
  pattern,
  onChange,
}: {
  pattern: CronPattern;
  onChange(pattern: CronPattern): void;
}) {
  if (pattern.kind === "advanced") {
    return (
      <NonEmptyInput
        label={t("Cron")}
        description={t(
          "Minute, hour, day of the month, month, day of the week. “*/30 8-17 * * 1-5” is every half hour of a working day.",
        )}
        max={MAX_CRON}
        value={pattern.cron}
        problem={validateCron}
        onChange={(cron) => onChange({ ...pattern, cron })}
      />
    );
  }
  return (
    <Group gap={8} grow align="flex-end">
      {pattern.kind === "weekly" && (
        <Select
          size="xs"
          label={t("On")}
          data={inWords(DAYS)}
          value={`${pattern.weekday}`}
          allowDeselect={false}
          onChange={(weekday) => onChange({ ...pattern, weekday: Number(weekday) })}
        />
      )}
      {pattern.kind === "monthly" && (
        <NumberInput
          size="xs"
          label={t("On day")}
          min={1}
          max={31}
          allowDecimal={false}
          value={pattern.day}
          onChange={(day) =>
            typeof day === "number" && day >= 1 && day <= 31 && onChange({ ...pattern, day })
          }
        />
      )}
      <TimeInput label={t("At")} value={pattern.time} onChange={(time) => onChange({ ...pattern, time })} />
    </Group>
  );
}
