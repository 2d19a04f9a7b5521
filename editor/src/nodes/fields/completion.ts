/** Completing what is typed between `{{` and `}}`: names first, filters after a `|`. */

export interface Completion {
  kind: "name" | "filter";
  /** Where what is being typed begins. */
  from: number;
  typed: string;
}

/** What is being typed at the caret; null out of `{{ … }}`, and where neither a name nor a filter can stand. */
export function completionAt(value: string, caret: number): Completion | null {
  const open = value.lastIndexOf("{{", caret - 1);
  if (open === -1 || open + 2 > caret) return null;
  const inside = value.slice(open + 2, caret);
  if (inside.includes("}}") || inside.includes("\n")) return null;
  const pipe = inside.lastIndexOf("|");
  const part = inside.slice(pipe + 1);
  const typed = part.trimStart();
  if (!/^[\w.-]*$/.test(typed)) return null;
  return { kind: pipe === -1 ? "name" : "filter", from: caret - typed.length, typed };
}

/** The text with the choice in place, closed if it was not, and where the caret goes. */
export function completed(
  value: string,
  caret: number,
  { kind, from }: Completion,
  choice: string,
): { value: string; caret: number } {
  const rest = value.slice(caret);
  const closed = /^[^{}\n]*\}\}/.test(rest);
  const before = value.slice(0, from);
  const spaced = /[\s]$/.test(before) ? before : `${before} `;
  const inserted = kind === "name" && !closed ? `${choice} }}` : choice;
  const text = spaced + inserted;
  return { value: text + rest, caret: text.length };
}
