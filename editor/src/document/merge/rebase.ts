/** Somebody else's changes come in under mine: the present and every step of undo take them in, so that undo is mine alone. */
import type { FlowDocument } from "../flow-document.ts";
import type { History } from "../history.ts";
import { nodesUsed } from "../ids.ts";
import { renameIds } from "../rename-ids.ts";
import { mergeDocuments, type NodeClash, shared } from "./merge-documents.ts";

export interface Rebased {
  history: History;
  clashes: readonly NodeClash[];
  /** My new steps that had to give their number to one of theirs: old id → new id. */
  renamed: ReadonlyMap<string, string>;
}

/**
 * @param base what I last read or saved
 * @param theirs what the server has now
 */
export function rebase(history: History, base: FlowDocument, theirs: FlowDocument): Rebased {
  const news = shared(base, theirs);
  const renamed = renamedIds(history, base, news);
  const present = mergeDocuments(base, renameIds(history.present, renamed), news);
  const step = <S extends { doc: FlowDocument }>(old: S): S => ({
    ...old,
    doc: mergeDocuments(base, renameIds(old.doc, renamed), news, true).doc,
  });
  return {
    history: {
      past: history.past.map(step),
      present: present.doc,
      future: history.future.map(step),
      burst: history.burst,
    },
    clashes: present.clashes,
    renamed,
  };
}

/** Both count their new steps up from the same number: where they met, mine take numbers above all that were used. */
function renamedIds(history: History, base: FlowDocument, theirs: FlowDocument): Map<string, string> {
  const docs = [history.present, ...[...history.past, ...history.future].map(({ doc }) => doc)];
  const known = new Set(base.nodes.map((node) => node.id));
  const added = new Set(theirs.nodes.map((node) => node.id).filter((id) => !known.has(id)));
  const mine = new Set(docs.flatMap((doc) => doc.nodes.map((node) => node.id)));
  const met = [...added].filter((id) => mine.has(id));
  if (met.length === 0) return new Map();
  const first = Math.max(...[theirs, ...docs].map(nodesUsed));
  return new Map(met.map((id, i) => [id, `n${first + i}`]));
}
