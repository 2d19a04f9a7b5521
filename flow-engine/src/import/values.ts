/** Reads single values out of options that may hold anything. */

export type Options = Readonly<Record<string, unknown>>;

export function asRecord(value: unknown): Options {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function textAt(options: unknown, key: string): string {
  const value = asRecord(options)[key];
  return typeof value === "string" ? value : typeof value === "number" ? `${value}` : "";
}

export function numberAt(options: unknown, key: string): number | undefined {
  const value = asRecord(options)[key];
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

export function flagAt(options: unknown, key: string): boolean {
  return asRecord(options)[key] === true;
}

export function recordAt(options: unknown, key: string): Options {
  return asRecord(asRecord(options)[key]);
}

export function listAt(options: unknown, key: string): readonly unknown[] {
  const value = asRecord(options)[key];
  return Array.isArray(value) ? value : [];
}
