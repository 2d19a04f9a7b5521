/** Logic: conditions, splits, waits, redirects, other flows. */

import { isHttpUrl } from "../../content/urls.ts";
import type { Exit } from "../flow-draft.ts";
import { numberAt, textAt } from "../values.ts";
import { rulesOf } from "./comparisons.ts";
import { type Convert, onlyStep, type Piece, questionText } from "./conversion.ts";

/** Each item is a condition of its own; the first that holds is taken, so they stand in a chain. */
export const conditionBlock: Convert = (conversion, block) => {
  const { draft, report, texts, nextName } = conversion;
  let entry: string | null = null;
  let open: Exit | null = null;
  for (const item of block.items) {
    const { match, rules, notes } = rulesOf(item.content, texts);
    for (const note of notes) report.changed(block, note);
    if (rules.length === 0) {
      report.changed(block, "A condition without comparisons was left out.");
      continue;
    }
    const node = draft.add("condition", { match, rules: rules.slice(0, 30) }, nextName());
    if (open) draft.connect(open, node);
    conversion.branch({ exit: { node, port: "yes" }, edgeId: item.outgoingEdgeId });
    open = { node, port: "no" };
    entry ??= node;
  }
  if (entry === null || open === null) {
    report.dropped(block, "No condition in it can be tested here.");
    return null;
  }
  report.carried(block, entry);
  return { entry, exits: [open] };
};

export const abTest: Convert = (conversion, block) => {
  const percent = Math.min(100, Math.max(0, numberAt(block.options, "aPercent") ?? 50));
  const variants = [
    { id: "variant-0", title: "A", weight: percent },
    { id: "variant-1", title: "B", weight: 100 - percent },
  ];
  const piece = onlyStep(conversion, block, [
    "split",
    { experiment: block.id.slice(0, 64) || "ab-test", variants },
  ]);
  for (const [at, { id }] of variants.entries())
    conversion.branch({ exit: { node: piece.entry, port: id }, edgeId: block.items[at]?.outgoingEdgeId });
  return { entry: piece.entry, exits: [] };
};

/** Longest wait that a step counts in seconds. */
const MAX_SECONDS = 525_600;

export const waitBlock: Convert = (conversion, block) => {
  const seconds = numberAt(block.options, "secondsToWaitFor");
  if (seconds !== undefined && seconds > 0)
    return onlyStep(conversion, block, ["wait", { amount: Math.min(MAX_SECONDS, seconds), unit: "seconds" }]);
  conversion.report.dropped(block, "Its length is no number. Put in a “Wait” step with a length of its own.");
  return null;
};

export const redirectBlock: Convert = (conversion, block) => {
  const { text: url, notes } = conversion.texts.convert(textAt(block.options, "url").trim());
  if (!isHttpUrl(url) && !url.startsWith("{{") && !/^https?:\/\//.test(url)) {
    conversion.report.dropped(block, "It has no web address to open.");
    return null;
  }
  const { text, settle } = questionText(conversion, "Go on here:");
  const why = "A chat can't open a page by itself, so there is a button that does.";
  const data = { text, label: "Open", url };
  const piece = onlyStep(conversion, block, ["cta-url", data], [why, ...notes]);
  settle(piece.entry);
  return piece;
};

/** Another Typebot, called and come back from. Links within this one are resolved before. */
export const typebotLink: Convert = (conversion, block): Piece | null => {
  const flow = textAt(block.options, "typebotId");
  if (flow === "") {
    conversion.report.dropped(block, "It names no Typebot.");
    return null;
  }
  const why = `It ran the Typebot ${flow}. Import that one too and choose it in this step.`;
  return onlyStep(conversion, block, ["call-flow", { flow: flow.slice(0, 120) }], [why]);
};
