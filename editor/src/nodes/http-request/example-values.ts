/** What a request is filled in with when it is tried: examples, and what the author writes over them. */

/** Path → what was typed. */
export type TypedValues = Readonly<Record<string, string>>;

type Env = Readonly<Record<string, unknown>>;

/** How an example stands in a field. */
export function exampleText(env: Env, path: string): string {
  const value = path.split(".").reduce<unknown>(childOf, env);
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const childOf = (value: unknown, key: string): unknown =>
  value !== null && typeof value === "object" && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;

/** The examples with the typed ones in their places. */
export function withTyped(env: Env, paths: readonly string[], typed: TypedValues): Record<string, unknown> {
  const filled: Record<string, unknown> = structuredClone({ ...env });
  // A value before its parts, which are put into it.
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const text = typed[path];
    if (text !== undefined) put(filled, path.split("."), readTyped(text));
  }
  return filled;
}

function put(root: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key = "", ...rest] = keys;
  if (key === "__proto__") return;
  if (rest.length === 0) {
    root[key] = value;
    return;
  }
  const child: Record<string, unknown> = Object(typeof root[key] === "object" ? root[key] : {});
  root[key] = child;
  put(child, rest, value);
}

/** Lists and objects are written as JSON; everything else is a text, as a customer would write it. */
function readTyped(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
