/** The hours of one day: none, one span, or a morning and an afternoon. */
import type { Span } from "@hilo/flow-engine";
import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { t } from "../../../i18n/t.ts";
import { CheckedInput } from "../CheckedInput.tsx";
import { readClock } from "./read-times.ts";

/** As in the format. */
const MAX_SPANS = 10;
const FIRST: Span = { from: "09:00", to: "18:00" };

interface SpanFieldsProps {
  /** The day, as it is called: "Monday". */
  day: string;
  spans: readonly Span[];
  onChange(spans: Span[]): void;
}

export function SpanFields({ day, spans, onChange }: SpanFieldsProps) {
  const add = () => onChange([...spans, nextSpan(spans)]);
  return (
    <Group gap={4} align="flex-start" wrap="nowrap">
      <Stack gap={4} style={{ flex: 1 }}>
        {spans.length === 0 && (
          <Text size="xs" c="dimmed" lh="30px">
            {t("Closed")}
          </Text>
        )}
        {spans.map((span, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <Group key={i} gap={4} wrap="nowrap">
            <ClockInput
              label={t("{day} from", { day })}
              value={span.from}
              onChange={(from) => onChange(spans.with(i, { ...span, from }))}
            />
            <Text c="dimmed">–</Text>
            <ClockInput
              label={t("{day} to", { day })}
              value={span.to}
              onChange={(to) => onChange(spans.with(i, { ...span, to }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t("Remove hours {number} of {day}", { number: i + 1, day })}
              onClick={() => onChange(spans.toSpliced(i, 1))}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <ActionIcon
        variant="subtle"
        size={28}
        aria-label={t("Add hours to {day}", { day })}
        disabled={spans.length >= MAX_SPANS}
        onClick={add}
      >
        <IconPlus size={15} />
      </ActionIcon>
    </Group>
  );
}

/** After a morning, the afternoon. */
function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  return last === undefined || last.to >= "21:00" || last.to < last.from
    ? FIRST
    : { from: last.to, to: "21:00" };
}

function ClockInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <CheckedInput
      size="xs"
      w={64}
      aria-label={label}
      placeholder="09:00"
      maxLength={5}
      value={value}
      read={readClock}
      onChange={onChange}
    />
  );
}
