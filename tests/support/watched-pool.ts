/** A pool whose statements a test sees before the database does, and may change. */
import type { Pool, PoolClient, QueryConfig } from "pg";

export interface SeenQuery {
  name: string | null;
  text: string;
  values: unknown[];
}

export interface Watch {
  /** Called before each statement; a promise is waited for. */
  onQuery?(query: SeenQuery): void | Promise<void>;
  /** What is sent instead. */
  rewrite?(text: string): string;
}

type Sent = string | QueryConfig;

function seen(sent: Sent, values: unknown[] | undefined): SeenQuery {
  if (typeof sent === "string") return { name: null, text: sent, values: values ?? [] };
  return { name: sent.name ?? null, text: sent.text, values: sent.values ?? values ?? [] };
}

function rewritten(sent: Sent, rewrite: Watch["rewrite"]): Sent {
  if (!rewrite) return sent;
  if (typeof sent === "string") return rewrite(sent);
  const text = rewrite(sent.text);
  // A connection refuses another text under a name that it knows.
  return text === sent.text ? sent : { ...sent, text, name: `${sent.name}-rewritten` };
}

function watchedQuery(on: Pool | PoolClient, watch: Watch) {
  return async (sent: Sent, values?: unknown[]) => {
    await watch.onQuery?.(seen(sent, values));
    return on.query(rewritten(sent, watch.rewrite) as string, values);
  };
}

/** As a connection keeps it: what is sent behind a statement that is held up waits for it. */
function inOrder<A extends unknown[], R>(query: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (...args) => {
    const turn = last.then(() => query(...args));
    last = turn.catch(() => undefined);
    return turn;
  };
}

function through<T extends object>(target: T, own: Record<string, unknown>): T {
  return new Proxy(target, {
    get(at, property) {
      if (typeof property === "string" && property in own) return own[property];
      const value: unknown = Reflect.get(at, property);
      return typeof value === "function" ? value.bind(at) : value;
    },
  });
}

export function watchedPool(pool: Pool, watch: Watch): Pool {
  const connect = async () => {
    const client = await pool.connect();
    return through(client, { query: inOrder(watchedQuery(client, watch)) });
  };
  return through(pool, { query: watchedQuery(pool, watch), connect });
}
