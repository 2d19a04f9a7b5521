/** The values of a statement whose text is put together from parts; `add` gives the place to write in it, as `$3::text`. */
export class SqlValues {
  readonly values: unknown[] = [];

  add(value: unknown, type: "text" | "text[]" | "uuid" | "int" | "numeric" | "timestamptz"): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
