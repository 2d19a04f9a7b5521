// What the tests use of schema-engine.mjs.

export function diffSchemas(url: string, from: string | null, to: string): Promise<string>;
export function currentSchema(): Promise<string>;
export function migratedSchema(): Promise<string | null>;
