/** The traffic in words: numbers as the reader's language writes them, and why runs stopped at a step. */
import { endSentence } from "../conversations/end-reason.ts";
import { locale, t } from "../i18n/t.ts";
import type { Period } from "./traffic-memory.ts";

/** Formatters are slow to make: one of each per language. */
const made = new Map<string, Intl.NumberFormat>();

function written(value: number, style: "decimal" | "percent"): string {
  const key = `${locale()} ${style}`;
  const format = made.get(key) ?? new Intl.NumberFormat(locale(), { style, maximumFractionDigits: 0 });
  made.set(key, format);
  return format.format(value);
}

/** `1,240` */
export const countWords = (count: number): string => written(count, "decimal");

/** `68%`; what is some is never said to be none. */
export const shareWords = (share: number): string =>
  share > 0 && share < 0.005 ? `<${written(0.01, "percent")}` : written(share, "percent");

export const hereWords = (count: number): string =>
  count === 1 ? t("1 person is here now") : t("{count} people are here now", { count: countWords(count) });
export const droppedWords = (count: number): string =>
  count === 1
    ? t("1 run ended here early")
    : t("{count} runs ended here early", { count: countWords(count) });
export const finishedWords = (count: number): string =>
  count === 1
    ? t("1 run came to its end here")
    : t("{count} runs came to their end here", { count: countWords(count) });

export function reasonWords(reason: string): string {
  if (reason === "waiting") return t("Still under way, here");
  if (reason === "other-flow") return t("Went on in another flow");
  return endSentence(reason);
}

export const periodWords = (days: Period): string =>
  days === 1 ? t("24 hours") : t("{count} days", { count: days });
