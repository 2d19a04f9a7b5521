/** A flow's texts as translators work on them: one row each, how many are done, and translations taken in again. */
import { isNodeType, nodeSpec } from "../nodes/index.ts";
import type { Flow } from "./schema.ts";
import { FLOW_TEXTS, SETTING_TEXTS, translatableTexts } from "./translations.ts";

export interface TextRow {
  /** Id of the step, or `@flow`. */
  nodeId: string;
  /** Names the text within its step: `text`, `options.opt-0.title`. */
  key: string;
  /** Where it stands, for people: `Menu: the title of button 1`. */
  where: string;
  /** As written, in the flow's own language. */
  source: string;
  /** Characters that WhatsApp takes; absent: any number that a translation has. */
  limit?: number;
}

const SETTING_LABELS = {
  errorMessage: "Flow: said when something breaks",
  fallbackMessage: "Flow: said when a message can't be understood",
  oldTapMessage: "Flow: said after a tap on an old button",
} as const;

/** Every text that customers read, in the order of the steps; the flow's own come last. */
export function translationRows({ nodes, settings }: Pick<Flow, "nodes" | "settings">): TextRow[] {
  const ofNodes = nodes.flatMap((node): TextRow[] => {
    if (!isNodeType(node.type)) return [];
    const spec = nodeSpec(node.type);
    const parsed = spec.schema.safeParse(node.data);
    if (!parsed.success) return [];
    return translatableTexts(spec, parsed.data).map(({ key, label, source = "", limit }) => ({
      nodeId: node.id,
      key,
      where: `${node.name || node.type}: ${label}`,
      source,
      ...(limit === undefined ? {} : { limit }),
    }));
  });
  const ofFlow = SETTING_TEXTS.flatMap((key): TextRow[] =>
    settings[key].trim() === ""
      ? []
      : [{ nodeId: FLOW_TEXTS, key, where: SETTING_LABELS[key], source: settings[key] }],
  );
  return [...ofNodes, ...ofFlow];
}

/** A row's text in a language; empty when there is none yet. */
export function translationOf(
  { translations }: Pick<Flow, "translations">,
  language: string,
  { nodeId, key }: Pick<TextRow, "nodeId" | "key">,
): string {
  const texts = Object.hasOwn(translations, language) ? translations[language] : undefined;
  const ofNode = texts && Object.hasOwn(texts, nodeId) ? texts[nodeId] : undefined;
  return ofNode && Object.hasOwn(ofNode, key) ? (ofNode[key] ?? "") : "";
}

export interface Completeness {
  language: string;
  done: number;
  all: number;
}

/** How many of the texts each language of the flow has. */
export function completeness(flow: Flow, rows: readonly TextRow[] = translationRows(flow)): Completeness[] {
  return Object.keys(flow.translations).map((language) => ({
    language,
    done: rows.filter((row) => translationOf(flow, language, row).trim() !== "").length,
    all: rows.length,
  }));
}

/** A translation that came back from a translator. */
export interface GivenTranslation {
  language: string;
  nodeId: string;
  key: string;
  text: string;
  /** What was translated, when the file says it. */
  source?: string;
}

export interface SortedTranslations {
  /** To be taken over. */
  fitting: GivenTranslation[];
  /** Of texts, or to languages, that the flow does not have. */
  unknown: GivenTranslation[];
  /** Fitting, but the flow's text was changed since: to be looked at. */
  outdated: GivenTranslation[];
  /** Without a text, or the same as before: nothing to do. */
  unchanged: number;
}

/** Which of some translations have a place in the flow. Nothing is taken over that was not given a text. */
export function sortTranslations(flow: Flow, given: readonly GivenTranslation[]): SortedTranslations {
  const rows = new Map(translationRows(flow).map((row) => [`${row.nodeId} ${row.key}`, row]));
  const sorted: SortedTranslations = { fitting: [], unknown: [], outdated: [], unchanged: 0 };
  for (const one of given) {
    const row = rows.get(`${one.nodeId} ${one.key}`);
    if (one.text.trim() === "") sorted.unchanged += 1;
    else if (!row || !Object.hasOwn(flow.translations, one.language)) sorted.unknown.push(one);
    else if (translationOf(flow, one.language, row) === one.text) sorted.unchanged += 1;
    else {
      sorted.fitting.push(one);
      if (one.source !== undefined && one.source !== row.source) sorted.outdated.push(one);
    }
  }
  return sorted;
}
