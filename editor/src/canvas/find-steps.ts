/** Steps and notes of a flow by what they say: their names, types, texts and options. */

import { foldText, type NodeEnvelope } from "@hilo/flow-engine";
import { boardOf } from "../document/board.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";

export interface FoundStep {
  id: string;
  /** Its type; null for a note. */
  type: string | null;
  title: string;
  /** The words around what was looked for, or how it begins. */
  excerpt: string;
}

/** What fits on a line of the list. */
const EXCERPT = 70;

/** Every word of the search is somewhere in what is found. In the order of the flow. */
export function findSteps(doc: FlowDocument, search: string): FoundStep[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const steps = doc.nodes.map((node) => ({ ...stepOf(node), id: node.id, type: node.type }));
  const notes = boardOf(doc).stickies.map(({ id, text }) => ({
    id,
    type: null,
    title: t("Note"),
    texts: [text],
  }));
  return [...steps, ...notes].flatMap(({ texts, ...found }) => {
    const all = foldText([found.title, found.id, ...texts].join(" "));
    if (!words.every((word) => all.includes(word))) return [];
    const [first] = words;
    const match = first && texts.find((text) => foldText(text).includes(first));
    return [{ ...found, excerpt: excerptOf(match || (texts[0] ?? ""), first) }];
  });
}

function stepOf(node: NodeEnvelope): { title: string; texts: string[] } {
  const title = t(nodeUi(node.type).title);
  return {
    title: node.name || title,
    texts: node.name ? [...textsIn(node.data), title] : textsIn(node.data),
  };
}

/** Ids are not what people wrote. */
function textsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "id" || value.trim() === "" ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([inner, item]) => textsIn(item, inner));
}

function excerptOf(text: string, word: string | undefined): string {
  const line = text.replace(/\s+/g, " ").trim();
  const at = word === undefined ? 0 : Math.max(0, foldText(line).indexOf(word) - 20);
  const cut = line.slice(at, at + EXCERPT);
  return `${at > 0 ? "…" : ""}${cut}${at + EXCERPT < line.length ? "…" : ""}`;
}
