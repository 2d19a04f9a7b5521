/** Opening hours: the week, the days that are different, and in which time zone. */
import { type Schedule, type Span, WEEKDAYS, type Weekday } from "@hilo/flow-engine";
import { Autocomplete, Group, Input, Stack, Text, TextInput } from "@mantine/core";
import { t } from "../../../i18n/t.ts";
import { CheckedInput } from "../CheckedInput.tsx";
import { ItemList } from "../ItemList.tsx";
import { withOptional } from "../optional.ts";
import { readDay } from "./read-times.ts";
import { SpanFields } from "./SpanFields.tsx";
import { WEEKDAY_NAMES } from "./schedule-words.ts";

/** As in the format. */
const MAX_DAYS = 400;
type SpecialDay = Schedule["days"][number];

interface ScheduleFieldsProps {
  schedule: Schedule;
  onChange(schedule: Schedule): void;
  /** What an empty time zone means. */
  zoneWords?: string;
}

export function ScheduleFields({
  schedule,
  onChange,
  zoneWords = t("the workspace's"),
}: ScheduleFieldsProps) {
  return (
    <Stack gap="sm">
      <WeekFields week={schedule.week} onChange={(week) => onChange({ ...schedule, week })} />
      <div>
        <Input.Label>{t("Special days")}</Input.Label>
        <Input.Description mb={6}>
          {t("Holidays, and days with other hours. Without hours: closed.")}
        </Input.Description>
        <ItemList
          items={schedule.days}
          onChange={(days) => onChange({ ...schedule, days })}
          add={schedule.days.length < MAX_DAYS ? () => ({ date: "12-25", spans: [] }) : undefined}
          addLabel={t("Add a day")}
          itemName={t("special day")}
          framed
        >
          {(day, change, i) => <SpecialDayFields day={day} onChange={change} number={i + 1} />}
        </ItemList>
      </div>
      <Autocomplete
        label={t("Time zone")}
        placeholder={t("empty: {zone}", { zone: zoneWords })}
        data={Intl.supportedValuesOf("timeZone")}
        limit={30}
        maxLength={60}
        value={schedule.timeZone ?? ""}
        onChange={(timeZone) => onChange(withOptional(schedule, "timeZone", timeZone))}
      />
    </Stack>
  );
}

function WeekFields({ week, onChange }: { week: Schedule["week"]; onChange(week: Schedule["week"]): void }) {
  const set = (day: Weekday, spans: Span[]) => {
    const { [day]: _, ...others } = week;
    onChange(spans.length > 0 ? { ...others, [day]: spans } : others);
  };
  return (
    <Stack gap={4}>
      {WEEKDAYS.map((day) => (
        <Group key={day} gap={6} wrap="nowrap" align="flex-start">
          <Text size="sm" w={86} lh="30px">
            {t(WEEKDAY_NAMES[day])}
          </Text>
          <div style={{ flex: 1 }}>
            <SpanFields
              day={t(WEEKDAY_NAMES[day])}
              spans={week[day] ?? []}
              onChange={(spans) => set(day, spans)}
            />
          </div>
        </Group>
      ))}
    </Stack>
  );
}

interface SpecialDayFieldsProps {
  day: SpecialDay;
  onChange(day: SpecialDay): void;
  number: number;
}

function SpecialDayFields({ day, onChange, number }: SpecialDayFieldsProps) {
  return (
    <Stack gap={4}>
      <Group gap={6} wrap="nowrap">
        <CheckedInput
          size="xs"
          w={96}
          aria-label={t("Date of special day {number}", { number })}
          placeholder={"12-25 / 2026-04-03"}
          maxLength={10}
          value={day.date}
          read={readDay}
          onChange={(date) => onChange({ ...day, date })}
        />
        <TextInput
          size="xs"
          style={{ flex: 1 }}
          aria-label={t("Name of special day {number}", { number })}
          placeholder={t("name, as Christmas")}
          maxLength={80}
          value={day.name ?? ""}
          onChange={(event) => onChange(withOptional(day, "name", event.currentTarget.value))}
        />
      </Group>
      <SpanFields
        day={t("special day {number}", { number })}
        spans={day.spans}
        onChange={(spans) => onChange({ ...day, spans })}
      />
    </Stack>
  );
}
