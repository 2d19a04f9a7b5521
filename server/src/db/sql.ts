// Hot statements: one `.sql` file each, prepared once per connection under the file's name.
//
//   import text from "../db/sql/insert-inbox-events.sql";
//   const insertInboxEvents = statement<{ id: string }>("insert-inbox-events", text);
//   const rows = await insertInboxEvents.rows(client, [workspaceIds, payloads]);

import type { ClientBase, Pool, QueryResult, QueryResultRow } from "pg";

/** The pool, or a client of it inside a transaction. */
export type Queryable = Pick<Pool | ClientBase, "query">;

export type Statement<Row extends QueryResultRow> = {
  name: string;
  rows(on: Queryable, values?: unknown[]): Promise<Row[]>;
  /** The number of rows written. */
  run(on: Queryable, values?: unknown[]): Promise<number>;
};

/**
 * @param name unique in the product (the file's name): a connection prepares it once and refuses another text
 * @param text the statement; lists go in as arrays through `unnest`, so that the text never changes
 */
export function statement<Row extends QueryResultRow = Record<string, never>>(
  name: string,
  text: string,
): Statement<Row> {
  const send = (on: Queryable, values: unknown[]): Promise<QueryResult<Row>> =>
    on.query<Row>({ name, text, values });
  return {
    name,
    rows: async (on, values = []) => (await send(on, values)).rows,
    run: async (on, values = []) => (await send(on, values)).rowCount ?? 0,
  };
}

/**
 * Statements that were sent to one connection one after the other, without waiting in between: hot connections pass them on at
 * once, and the database works through them in order.
 * @returns what each gave, when all are over @throws what the first of them said that failed; those behind it fail for its sake
 */
export async function together<T extends readonly Promise<unknown>[]>(
  statements: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const all = await Promise.allSettled(statements);
  for (const one of all) if (one.status === "rejected") throw one.reason;
  return Promise.all(statements) as Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;
}
