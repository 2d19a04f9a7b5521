/** What a platform's refusal means: its class, a plain sentence, and what to do. One table for all platforms (`error-table.ts`). Pure. */
import type { DeliveryError, Platform } from "./channel.ts";
import { PAGE_ERRORS, WHATSAPP_ERRORS } from "./error-table.ts";

/**
 * retry: the platform's trouble, tried again · pair: one recipient is written to too fast · pause: the whole channel
 * waits, for a time or until somebody acts · reauthorize: the token is no longer good · window, recipient, template,
 * media, permanent: this message never goes · unknown: nobody told us.
 */
export const ERROR_CLASSES = [
  "retry",
  "pair",
  "pause",
  "reauthorize",
  "window",
  "recipient",
  "template",
  "media",
  "permanent",
  "unknown",
] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

export interface ErrorEntry {
  class: Exclude<ErrorClass, "unknown">;
  message: string;
  remedy?: string;
  /** Wait at least so long, in milliseconds. A `pause` without it lasts until somebody acts. */
  afterMs?: number;
}

/** A refusal as the platform names it: on Messenger and Instagram one code has many meanings, told apart by the subcode. */
export interface RefusalCode {
  code: string;
  subcode?: string | undefined;
}

/** 200 to 299 are all missing permissions. */
const isPermission = (code: string) => /^2\d\d$/.test(code);

/** Null for a code that is not in the table. */
export function lookUpError(platform: Platform, { code, subcode }: RefusalCode): ErrorEntry | null {
  const table = platform === "messenger" || platform === "instagram" ? PAGE_ERRORS : WHATSAPP_ERRORS;
  const own = subcode === undefined ? undefined : table.get(`${code}/${subcode}`);
  return own ?? table.get(isPermission(code) ? "190" : code) ?? null;
}

const PLATFORM_NAMES: Readonly<Record<Platform, string>> = {
  whatsapp: "WhatsApp",
  simulator: "WhatsApp",
  instagram: "Instagram",
  messenger: "Messenger",
};

/** @param details the platform's own words, kept beside ours because they name the field or the file */
export function deliveryError(
  platform: Platform,
  refusal: RefusalCode,
  details: string | null,
): DeliveryError {
  const entry = lookUpError(platform, refusal);
  const said = details === null ? "" : cleaned(details);
  const code = refusal.subcode === undefined ? refusal.code : `${refusal.code}/${refusal.subcode}`;
  const own = entry && said ? `${entry.message} (${said})` : entry?.message;
  const message = own ?? (said || `${PLATFORM_NAMES[platform]} refused the message without a reason.`);
  return {
    code,
    class: entry?.class ?? "unknown",
    message,
    ...(entry?.remedy ? { remedy: entry.remedy } : {}),
  };
}

/** Foreign text goes into logs, JSON columns and screens: no control characters, no half characters, not endless. */
function cleaned(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}]+/gu, " ")
    .trim()
    .slice(0, 500);
}

export interface ErrorLine extends ErrorEntry {
  platforms: ("whatsapp" | "messenger" | "instagram")[];
  codes: string[];
}

/** The whole table, a line for each meaning: for the API and for the page in the docs. */
export function errorList(): ErrorLine[] {
  return [...linesOf(WHATSAPP_ERRORS, ["whatsapp"]), ...linesOf(PAGE_ERRORS, ["messenger", "instagram"])];
}

function linesOf(table: ReadonlyMap<string, ErrorEntry>, platforms: ErrorLine["platforms"]): ErrorLine[] {
  const lines = new Map<ErrorEntry, string[]>();
  for (const [code, entry] of table) lines.set(entry, [...(lines.get(entry) ?? []), code]);
  return [...lines].map(([entry, codes]) => ({ platforms, codes: codesOf(entry, codes), ...entry }));
}

const codesOf = (entry: ErrorEntry, codes: string[]) =>
  entry.class === "reauthorize" ? [...codes, "200–299"] : codes;
