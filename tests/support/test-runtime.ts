/** A runtime over a test database: wake-ups and live events are recorded instead of acted on, the clock stands still. */
import { pino } from "pino";
import { loadConfig } from "../../server/src/config.ts";
import type { Database } from "../../server/src/db/client.ts";
import type { ChannelSignal } from "../../server/src/outbox/signals.ts";
import type { LiveEvent } from "../../server/src/realtime/change-log.ts";
import type { Runtime } from "../../server/src/runtime.ts";
import { createSecretBox } from "../../server/src/secrets/secret-box.ts";

export interface TestRuntime extends Runtime {
  readonly woken: [name: string, key: string][];
  readonly published: LiveEvent[];
  /** Ids of conversations whose rows in lists are to be told. */
  readonly changedIds: string[];
  /** Typing signs and read marks. */
  readonly signalled: ChannelSignal[];
  /** Sets the clock. */
  setNow(at: Date): void;
}

/** A Tuesday at noon, so that no test falls on midnight or a weekend. */
export const NOON = new Date("2026-11-24T12:00:00.000Z");

export function testRuntime(db: Database): TestRuntime {
  let now = NOON;
  const woken: [string, string][] = [];
  const published: LiveEvent[] = [];
  const changedIds: string[] = [];
  const signalled: ChannelSignal[] = [];
  return {
    config: loadConfig({ ENCRYPTION_KEY: "11".repeat(32), LOG_LEVEL: "silent" }),
    hot: db.hot,
    pool: db.pool,
    prisma: db.prisma,
    log: pino({ level: "silent" }),
    secrets: createSecretBox(["11".repeat(32)]),
    now: () => now,
    wake: (name, key) => void woken.push([name, key]),
    reserveSends: () => null,
    publish: (events) => void published.push(...events),
    telling: (work) => work(null),
    changed: (keys) => void changedIds.push(...keys.map(({ id }) => id)),
    hookUrl: (_workspaceId, sessionId) => `https://hilo.example.org/hooks/${sessionId}`,
    signal: (signals) => void signalled.push(...signals),
    typing: () => {},
    flowChanged: () => {},
    woken,
    published,
    changedIds,
    signalled,
    setNow(at) {
      now = at;
    },
  };
}
