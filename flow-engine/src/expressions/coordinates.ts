/** Places as people and programs write them: degrees with a decimal point or comma, and pairs of them. */

/** Degrees from the equator to a pole, and from Greenwich to the date line. */
const MAX_LATITUDE = 90;
const MAX_LONGITUDE = 180;

const DEGREES = /^[+-]?\d{1,3}([.,]\d+)?$/;
const DOTTED = String.raw`[+-]?\d{1,3}(?:\.\d+)?`;
const FRACTION = String.raw`[+-]?\d{1,3}[.,]\d+`;
/** `36.53, -6.29` and `36,53; -6,29`; without a sign between them (`36.53 -6.29`) only what has decimals is a place. */
const PAIRS = [
  new RegExp(`^(${DOTTED})\\s*[,;]\\s*(${DOTTED})$`),
  new RegExp(`^(${FRACTION})(?:\\s*;\\s*|,?\\s+)(${FRACTION})$`),
];

/** @returns null when the text is no latitude */
export function parseLatitude(text: string): number | null {
  return parseDegrees(text, MAX_LATITUDE);
}

/** @returns null when the text is no longitude */
export function parseLongitude(text: string): number | null {
  return parseDegrees(text, MAX_LONGITUDE);
}

/** “lat, long”, in brackets or not. @returns null when the text is no place on earth */
export function parsePlace(text: string): { latitude: number; longitude: number } | null {
  const pair = plain(text).replace(/^\((.*)\)$/, "$1");
  for (const form of PAIRS) {
    const [, north = "", east = ""] = form.exec(pair.trim()) ?? [];
    const latitude = parseLatitude(north);
    const longitude = parseLongitude(east);
    if (latitude !== null && longitude !== null) return { latitude, longitude };
  }
  return null;
}

function parseDegrees(text: string, most: number): number | null {
  const written = plain(text);
  if (!DEGREES.test(written)) return null;
  const degrees = Number(written.replace(",", "."));
  // `-0` would not survive JSON.
  return Math.abs(degrees) <= most ? degrees + 0 : null;
}

/** The minus of typesetters is a minus too; the sign of degrees adds nothing. */
function plain(text: string): string {
  return text.trim().replaceAll("\u2212", "-").replaceAll("°", "");
}
