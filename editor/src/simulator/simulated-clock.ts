/** The simulated person's time. Pure. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far a clock goes before the real one, in the two largest units: `+2 d 3 h`; null when it does not. */
export function aheadInUnits(seconds: number): string | null {
  if (seconds < MINUTE) return null;
  const units: [number, string][] = [
    [Math.floor(seconds / DAY), "d"],
    [Math.floor((seconds % DAY) / HOUR), "h"],
    [Math.floor((seconds % HOUR) / MINUTE), "min"],
  ];
  const first = units.findIndex(([count]) => count > 0);
  const told = units.slice(first, first + 2).filter(([count]) => count > 0);
  return `+${told.map(([count, unit]) => `${count} ${unit}`).join(" ")}`;
}

/** As `<input type="datetime-local">` has it, in the browser's zone. */
export function asLocalInput(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Free texts may be sent for so long after a customer's last message, on every platform. */
const WINDOW_MS = 24 * 3_600_000;

/** Whether the customer wrote once, and so long ago by their clock that free texts are refused. */
export function isWindowOver(
  messages: readonly { direction: "in" | "out"; createdAt: string }[],
  aheadS: number,
  now = Date.now(),
): boolean {
  const last = messages.findLast(({ direction }) => direction === "in");
  return last !== undefined && now + aheadS * 1_000 - Date.parse(last.createdAt) > WINDOW_MS;
}
