/** What a check found, for people and for machines. */

export interface Problem {
  /** Stable name of the kind of problem, kebab-case. */
  code: string;
  /** Errors stop a publish, warnings are shown, hints are shown to who looks for them. */
  severity: "error" | "warning" | "info";
  /** The node it is about; absent for the flow as a whole. */
  nodeId?: string;
  edgeId?: string;
  message: string;
  /** Node ids that show the problem: the way round a loop, say; for keywords, a message. */
  witness?: string[];
  /** The way out it is about. */
  port?: string;
  /** The variable it is about. */
  variable?: string;
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** Errors first, then in the order of the flow's nodes (the flow as a whole before them), then by code and message. */
export function sortProblems(problems: readonly Problem[], nodeOrder: readonly string[]): Problem[] {
  const place = new Map(nodeOrder.map((id, at) => [id, at]));
  const placeOf = ({ nodeId }: Problem) =>
    nodeId === undefined ? -1 : (place.get(nodeId) ?? nodeOrder.length);
  return [...problems].sort(
    (a, b) =>
      RANK[a.severity] - RANK[b.severity] ||
      placeOf(a) - placeOf(b) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message) ||
      compare(a.edgeId ?? "", b.edgeId ?? ""),
  );
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
