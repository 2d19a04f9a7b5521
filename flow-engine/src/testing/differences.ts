/** How a value departs from what was expected of it, in lines for people. */

/** Objects need hold only the keys expected; lists and plain values must be equal. Empty when all is well. */
export function differences(expected: unknown, actual: unknown, path = ""): string[] {
  if (isObject(expected) && isObject(actual)) {
    return Object.entries(expected).flatMap(([key, value]) =>
      differences(value, actual[key], path ? `${path}.${key}` : key),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((value, at) => differences(value, actual[at], `${path}[${at}]`));
  }
  if (Object.is(expected, actual) || print(expected) === print(actual)) return [];
  const where = path === "" ? "" : `${path}: `;
  return [`${where}expected ${print(expected)}`, `${" ".repeat(where.length)}     got ${print(actual)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function print(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
