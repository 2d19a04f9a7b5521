/** What a check found, for people and for machines. */

export interface Problem {
  /** Stable name of the kind of problem, kebab-case. */
  code: string;
  /** Errors stop a publish; warnings are shown. */
  severity: "error" | "warning";
  /** The node it is about; absent for the flow as a whole. */
  nodeId?: string;
  edgeId?: string;
  message: string;
  /** Node ids that show the problem: the way round a loop, say. */
  witness?: string[];
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
      compare(a.severity, b.severity) ||
      placeOf(a) - placeOf(b) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message) ||
      compare(a.edgeId ?? "", b.edgeId ?? ""),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
