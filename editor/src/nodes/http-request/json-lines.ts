/** A JSON answer as lines to read, each with the path that keeps it. */

export interface JsonLine {
  depth: number;
  /** Its name in the object, or its place in the list; null for the whole and for closing brackets. */
  name: string | null;
  /** `"text"`, `12`, `{`, `]`. */
  text: string;
  kind: "value" | "open" | "close";
  /** As saved parts write it, `items.0.name`, empty for the whole; null where no path leads. */
  path: string | null;
}

/** As in the format. */
const MAX_PATH = 200;
/** A longer text is cut: the rest says nothing more about its place. */
const MAX_SHOWN_CHARS = 300;

/** @param most lines; what is over it is left out */
export function jsonLines(json: unknown, most: number): JsonLine[] {
  const lines: JsonLine[] = [];
  const add = (line: JsonLine) => lines.length < most && lines.push(line);
  const walk = (value: unknown, name: string | null, path: string | null, depth: number) => {
    if (lines.length >= most) return;
    const inside = childrenOf(value);
    if (inside === null || inside.length === 0) {
      const text = inside === null ? shown(value) : Array.isArray(value) ? "[]" : "{}";
      add({ depth, name, text, kind: "value", path });
      return;
    }
    const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
    add({ depth, name, text: open, kind: "open", path });
    for (const [key, child] of inside) walk(child, key, below(path, key), depth + 1);
    add({ depth, name: null, text: close, kind: "close", path: null });
  };
  walk(json, null, "", 0);
  return lines;
}

function childrenOf(value: unknown): [string, unknown][] | null {
  return value !== null && typeof value === "object" ? Object.entries(value) : null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > MAX_SHOWN_CHARS ? `${text.slice(0, MAX_SHOWN_CHARS)}…` : text;
}

/** Paths are cut at dots, so a name with one in it can't be reached. */
function below(path: string | null, key: string): string | null {
  if (path === null || key === "" || key.includes(".")) return null;
  const longer = path === "" ? key : `${path}.${key}`;
  return longer.length > MAX_PATH ? null : longer;
}

/** Names that belong to templates themselves. */
const TAKEN = ["contact", "channel", "system", "session", "trigger", "message", "vars"];
/** As in the format, with room for a number behind. */
const MAX_NAME = 60;

/** A variable's name for what a path keeps, `items.0.name` → `name`, that is not among those there are. */
export function nameFor(path: string, taken: readonly string[]): string {
  const last = path.split(".").findLast((key) => !/^\d+$/.test(key)) ?? "";
  const letters = last.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "_").slice(0, MAX_NAME);
  const name = /^[\p{L}_]/u.test(letters) ? letters : letters === "" ? "answer" : `_${letters}`;
  const all = new Set([...taken, ...TAKEN]);
  if (!all.has(name)) return name;
  for (let number = 2; ; number++) if (!all.has(`${name}_${number}`)) return `${name}_${number}`;
}
