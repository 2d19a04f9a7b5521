/** The next times of a schedule, by the clock that counts. */
import { nextRun, parseCron } from "@hilo/flow-engine";
import { Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { useNow } from "../../shell/use-now.ts";

/** Enough to see the rhythm. */
const SHOWN = 3;

export function NextRuns({ cron, zone }: { cron: string; zone: string }) {
  const now = useNow();
  const runs = nextRuns(cron, zone, now.getTime());
  if (runs.length === 0) return null;
  return (
    <Text size="xs" c="dimmed">
      {t("Next: {times} ({zone})", { times: runs.join(" · "), zone })}
    </Text>
  );
}

export function nextRuns(cron: string, zone: string, nowMs: number): string[] {
  const parsed = parseCron(cron);
  if ("error" in parsed) return [];
  const format = formatIn(zone);
  const runs: string[] = [];
  for (let at = nowMs; runs.length < SHOWN; runs.push(format.format(at))) at = nextRun(parsed, at, zone);
  return runs;
}

const SHOWN_PARTS = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const satisfies Intl.DateTimeFormatOptions;

/** A zone that is none counts as UTC, as in the engine. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, { ...SHOWN_PARTS, timeZone });
  } catch {
    return new Intl.DateTimeFormat(document.documentElement.lang || undefined, {
      ...SHOWN_PARTS,
      timeZone: "UTC",
    });
  }
}
