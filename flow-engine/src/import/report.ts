/** What became of each element of an imported file: every element once, with the reason when it is not as it was. */
import { z } from "zod";

export const IMPORT_OUTCOMES = ["carried", "changed", "dropped"] as const;

export const importEntrySchema = z.object({
  /** What it is in the source: `block`, `edge`, `action`, `trigger`. */
  kind: z.string(),
  /** Its id in the source; what has none is named by its place. */
  id: z.string(),
  /** What people know it by: its type, title or text. */
  name: z.string(),
  outcome: z.enum(IMPORT_OUTCOMES),
  /** Why it is not as it was, or what to do about it; empty when it was carried over as it is. */
  why: z.string(),
  /** The step that it became, or became a part of. */
  nodeId: z.string().optional(),
});
export type ImportEntry = z.infer<typeof importEntrySchema>;
export type ImportOutcome = ImportEntry["outcome"];

const SEVERITY: Readonly<Record<ImportOutcome, number>> = { carried: 0, changed: 1, dropped: 2 };
const LONGEST_NAME = 80;

interface Line {
  kind: string;
  id: string;
  name: string;
  outcome: ImportOutcome | null;
  why: string[];
  nodeId?: string;
}

/**
 * Collects what happened, by the element's own object: ids of a source may repeat. An element is announced once, before
 * it is converted; what nothing is said of afterwards was dropped.
 */
export class ImportReport {
  readonly #lines = new Map<object, Line>();

  announce(element: object, kind: string, id: string, name = ""): void {
    if (this.#lines.has(element)) return;
    this.#lines.set(element, { kind, id, name: name.trim().slice(0, LONGEST_NAME), outcome: null, why: [] });
  }

  carried(element: object, nodeId?: string): void {
    this.#note(element, "carried", "", nodeId);
  }

  changed(element: object, why: string, nodeId?: string): void {
    this.#note(element, "changed", why, nodeId);
  }

  dropped(element: object, why: string): void {
    this.#note(element, "dropped", why);
  }

  /** The worst outcome stands, with every reason given. */
  #note(element: object, outcome: ImportOutcome, why: string, nodeId?: string): void {
    const line = this.#lines.get(element);
    if (!line) return;
    if (line.outcome === null || SEVERITY[outcome] > SEVERITY[line.outcome]) line.outcome = outcome;
    if (why !== "" && !line.why.includes(why)) line.why.push(why);
    if (nodeId !== undefined) line.nodeId ??= nodeId;
  }

  entries(): ImportEntry[] {
    return [...this.#lines.values()].map(({ outcome, why, ...line }) => ({
      ...line,
      outcome: outcome ?? "dropped",
      why: outcome === null ? "Nothing in Hilo corresponds to it." : why.join(" "),
    }));
  }
}
