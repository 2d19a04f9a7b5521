/** Durations as people write them: `90s`, `5m`, `2h`, `3d`, `1h30m`. */

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** Milliseconds; null when the text is no duration. */
export function parseDuration(text: string): number | null {
  if (!/^(\d+(\.\d+)?[smhd])+$/.test(text)) return null;
  let seconds = 0;
  for (const [, amount, unit = ""] of text.matchAll(/([\d.]+)([smhd])/g))
    seconds += Number(amount) * (SECONDS[unit] ?? 0);
  return seconds * 1_000;
}
