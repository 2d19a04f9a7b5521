/** What a Typebot's settings and theme say of its chat: how it starts on WhatsApp, and how long it waits. */
import type { FlowInput } from "../../flow/schema.ts";
import type { ImportReport } from "../report.ts";
import { flagAt, listAt, numberAt, recordAt, textAt } from "../values.ts";
import type { Typebot } from "./source.ts";

const MODES: Readonly<Record<string, "exact" | "contains" | "starts-with" | "regex">> = {
  "Equal to": "exact",
  Contains: "contains",
  "Starts with": "starts-with",
  "Matches regex": "regex",
};

/** The conditions under which it starts on WhatsApp are keywords. */
export function startTriggers(
  { settings, theme }: Typebot,
  report: ImportReport,
): NonNullable<FlowInput["triggers"]> {
  if (theme) report.dropped(theme, "A chat on WhatsApp has the look of WhatsApp.");
  const whatsApp = recordAt(settings, "whatsApp");
  const triggers = listAt(whatsApp.startCondition, "comparisons").flatMap((comparison) => {
    const mode = MODES[textAt(comparison, "comparisonOperator")];
    const keyword = textAt(comparison, "value").trim();
    return mode && keyword !== "" ? [{ type: "keyword" as const, keyword: keyword.slice(0, 200), mode }] : [];
  });
  if (settings) reportSettings(settings, report, triggers.length);
  return triggers;
}

function reportSettings(settings: object, report: ImportReport, triggers: number): void {
  const started =
    triggers > 0
      ? `Its start on WhatsApp became ${triggers} keyword${triggers > 1 ? "s" : ""}.`
      : "Give the flow a keyword.";
  report.changed(settings, `Typing delays, metadata and sharing have no counterpart. ${started}`);
  if (flagAt(recordAt(settings, "general"), "isInputPrefillEnabled"))
    report.changed(settings, "Answers are not filled in from an address.");
}

/** Minutes; undefined when it says nothing. Typebot counts hours. */
export function expiryOf({ settings }: Typebot): number | undefined {
  const hours = numberAt(recordAt(settings, "whatsApp"), "sessionExpiryTimeout");
  return hours !== undefined && hours > 0
    ? Math.min(365 * 24 * 60, Math.max(1, Math.round(hours * 60)))
    : undefined;
}
