/** Texts and options of another product cut to what a step here can hold. */
import { CHANNEL_LIMITS } from "../channels/limits.ts";
import { foldText } from "../triggers/normalize.ts";

export const LIMITS = CHANNEL_LIMITS.whatsapp;
const MOST_BUTTONS = 3;
export const MOST_OPTIONS = 10;

/** A literal text of at most so many characters; templates are left alone, their length is not known. */
export function clipped(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, " ").trim();
  if (flat.includes("{{") || flat.length <= limit) return flat;
  return `${[...flat.slice(0, limit - 1)]
    .join("")
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

export interface GivenOption {
  title: string;
  description?: string;
}

interface ChoiceStep {
  type: "buttons" | "list";
  data: Record<string, unknown>;
  /** Port of each given option, in order; null for one that has no place. */
  ports: (string | null)[];
  /** What had to be changed, in sentences. */
  changes: string[];
}

/** Buttons when there are few, else a list. */
export function choiceStep(
  text: string,
  options: readonly GivenOption[],
  {
    saveAs,
    button = "",
    ...rest
  }: { saveAs?: string; button?: string; retries?: number; invalidText?: string },
): ChoiceStep {
  const described = options.some(({ description }) => description);
  const asButtons = options.length <= MOST_BUTTONS && !described;
  const limit = asButtons ? LIMITS.buttons.title : LIMITS.list.rowTitle;
  const titles = uniqueTitles(
    options.map(({ title }) => clipped(title, limit)),
    limit,
  );
  const kept = titles.slice(0, MOST_OPTIONS);
  const common = { text, ...(saveAs ? { saveAs } : {}), ...rest };
  const ids = kept.map((_, at) => `${asButtons ? "opt" : "item"}-${at}`);
  const changes = [
    ...(options.length > MOST_OPTIONS
      ? [`Only the first ${MOST_OPTIONS} options fit; ${options.length - MOST_OPTIONS} were left out.`]
      : []),
    ...(kept.some((title, at) => title !== options[at]?.title.trim())
      ? ["Titles of options were shortened or told apart to fit WhatsApp."]
      : []),
  ];
  const ports = options.map((_, at) => ids[at] ?? null);
  if (asButtons) {
    const data = { ...common, options: kept.map((title, at) => ({ id: ids[at], title })) };
    return { type: "buttons", data, ports, changes };
  }
  const rows = kept.map((title, at) => {
    const description = clipped(options[at]?.description ?? "", LIMITS.list.description);
    return { id: ids[at], title, ...(description ? { description } : {}) };
  });
  const opener = clipped(button, LIMITS.list.button) || "Choose";
  return { type: "list", data: { ...common, button: opener, sections: [{ rows }] }, ports, changes };
}

/** Two options of one title could not be told apart by what customers write. */
function uniqueTitles(titles: readonly string[], limit: number): string[] {
  const seen = new Set<string>();
  return titles.map((given) => {
    const title = given === "" ? "…" : given;
    let unique = title;
    for (let at = 2; seen.has(foldText(unique)); at += 1) unique = `${clipped(title, limit - 4)} (${at})`;
    seen.add(foldText(unique));
    return unique;
  });
}
