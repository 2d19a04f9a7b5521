/** A week of opening hours, a line for each day, and the days that are different. */
import { type Schedule, WEEKDAYS, type Weekday } from "@hilo/flow-engine";
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { daysText, readDays, readSpans, spansText } from "./schedule-text.ts";

interface WeekFieldsProps {
  schedule: Schedule;
  onChange(schedule: Schedule): void;
}

const DAY_NAMES: Record<Weekday, string> = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

export function WeekFields({ schedule, onChange }: WeekFieldsProps) {
  const { week, days } = schedule;
  return (
    <>
      {WEEKDAYS.map((day) => (
        <Typed
          key={day}
          label={DAY_NAMES[day]}
          placeholder={t("closed")}
          kept={spansText(week[day] ?? [])}
          wrong={t("Write times like 9:00–14:00, 16:00–20:00, or nothing.")}
          take={(text) => {
            const spans = readSpans(text);
            if (spans) onChange({ ...schedule, week: withDay(week, day, spans) });
            return spans !== null;
          }}
        />
      ))}
      <Typed
        label={t("Days that are different")}
        placeholder={"12-25\n2026-04-03 10:00–14:00"}
        lines
        kept={daysText(days)}
        wrong={t("Write a day a line, like 12-25 closed or 2026-04-03 10:00–14:00.")}
        take={(text) => {
          const next = readDays(text, days);
          if (next) onChange({ ...schedule, days: next });
          return next !== null;
        }}
      />
    </>
  );
}

/** A day without hours is not there at all. */
function withDay(week: Schedule["week"], day: Weekday, spans: NonNullable<Schedule["week"][Weekday]>) {
  const { [day]: _, ...others } = week;
  return spans.length === 0 ? others : { ...others, [day]: spans };
}

interface TypedProps {
  label: string;
  placeholder: string;
  lines?: boolean;
  /** The text of what is kept. */
  kept: string;
  wrong: string;
  /** Keeps what a text says; false when it can't be read. */
  take(text: string): boolean;
}

/** Shows what is typed until it is left, then what is kept of it. */
function Typed({ label, placeholder, lines = false, kept, wrong, take }: TypedProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const shared = {
    size: "xs",
    label,
    placeholder,
    value: draft ?? kept,
    error: isWrong && wrong,
    onBlur: () => {
      setDraft(null);
      setWrong(false);
    },
    onChange: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value;
      setDraft(text);
      setWrong(!take(text));
    },
  } as const;
  return lines ? <Textarea {...shared} autosize minRows={2} /> : <TextInput {...shared} />;
}
