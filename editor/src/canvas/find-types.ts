/** Types of steps that fit what somebody is looking for. */

import { foldText, type NodeType } from "@hilo/flow-engine";
import { t } from "../i18n/t.ts";
import { NODE_TYPES, NODE_UI } from "../nodes/index.ts";

/** In palette order; the start can't be added. */
export const ADDABLE_TYPES: readonly NodeType[] = NODE_TYPES.filter(
  (type) => NODE_UI[type].group !== "start",
);

/**
 * Every word of the search has to be somewhere in a type's title, description or other words for it. Those that are
 * called so come first.
 */
export function findTypes(search: string): NodeType[] {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  const found = ADDABLE_TYPES.filter((type) => {
    const { title, description, keywords } = NODE_UI[type];
    const text = foldText(`${title} ${description} ${keywords} ${t(title)} ${t(description)}`);
    return words.every((word) => text.includes(word));
  });
  const isCalledSo = (type: NodeType) =>
    words.every((word) => foldText(t(NODE_UI[type].title)).includes(word));
  return [...found.filter(isCalledSo), ...found.filter((type) => !isCalledSo(type))];
}
