/** What a monitor reads: counters of this process, and the queues' lengths as the database has them. */
import type { Pool } from "pg";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export type Metrics = ReturnType<typeof createMetrics>;

/** Seconds; a webhook takes a few milliseconds, an export a few seconds. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(pool: Pool) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const queues = queueGauges(registry, pool);
  new Gauge({
    name: "flow_db_pool_in_use",
    help: "Database connections in use by this process",
    registers,
    collect() {
      this.set(pool.totalCount - pool.idleCount);
    },
  });
  new Gauge({
    name: "flow_db_pool_waiting",
    help: "Requests waiting for a database connection",
    registers,
    collect() {
      this.set(pool.waitingCount);
    },
  });
  return {
    registry,
    httpDuration: new Histogram({
      name: "http_server_request_duration_seconds",
      help: "Time to answer a request",
      labelNames: ["method", "status"] as const,
      buckets: BUCKETS,
      registers,
    }),
    webhooks: new Counter({
      name: "flow_webhook_received_total",
      help: "Webhook deliveries by route and result",
      labelNames: ["channel", "result"] as const,
      registers,
    }),
    setAside: new Counter({
      name: "flow_webhook_events_set_aside_total",
      help: "Events that are kept and not acted on, by field, and events that could not be read or placed",
      labelNames: ["platform", "result", "field"] as const,
      registers,
    }),
    webhookDuration: new Histogram({
      name: "flow_webhook_duration_seconds",
      help: "Time to verify, store and answer a webhook delivery",
      buckets: BUCKETS,
      registers,
    }),
    drainDuration: new Histogram({
      name: "flow_step_duration_seconds",
      help: "Time to drain a shard",
      labelNames: ["result"] as const,
      buckets: BUCKETS,
      registers,
    }),
    authFailures: new Counter({
      name: "flow_auth_failures_total",
      help: "Refused requests and sign-ins",
      labelNames: ["reason"] as const,
      registers,
    }),
    sockets: new Gauge({ name: "flow_socket_connections", help: "Open live connections", registers }),
    /** Reads the queues' lengths; when the database is away they keep their last value. */
    refresh: queues.refresh,
  };
}

interface Lengths {
  inboxPending: number;
  inboxAge: number;
  inboxQuarantined: number;
  outboxPending: number;
  outboxAge: number;
  outboxUncertain: number;
  timersLate: number;
}

/** Each part reads a partial index of open rows only. */
const LENGTHS = `
  SELECT i.n::int AS "inboxPending", COALESCE(extract(epoch FROM now() - i.oldest), 0)::float8 AS "inboxAge",
         (SELECT count(*)::int FROM inbox_events WHERE state = 'quarantined') AS "inboxQuarantined",
         o.n::int AS "outboxPending", COALESCE(extract(epoch FROM now() - o.oldest), 0)::float8 AS "outboxAge",
         (SELECT count(*)::int FROM messages WHERE stage = 2) AS "outboxUncertain",
         COALESCE(GREATEST(extract(epoch FROM now() - (SELECT min(due_at) FROM timers)), 0), 0)::float8 AS "timersLate"
    FROM (SELECT count(*) AS n, min(received_at) AS oldest FROM inbox_events WHERE state = 'pending') i,
         (SELECT count(*) AS n, min(created_at) AS oldest FROM messages
           WHERE stage = 1) o`;

const STATES = ["active", "paused", "reauthorize", "disabled"];

function queueGauges(registry: Registry, pool: Pool) {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const gauges: Record<keyof Lengths, Gauge> = {
    inboxPending: gauge("flow_inbox_pending", "Inbox rows waiting"),
    inboxAge: gauge("flow_inbox_oldest_age_seconds", "Age of the oldest waiting inbox row"),
    inboxQuarantined: gauge("flow_inbox_quarantined", "Inbox rows set aside for a person to look at"),
    outboxPending: gauge("flow_outbox_pending", "Messages waiting to be sent"),
    outboxAge: gauge("flow_outbox_oldest_age_seconds", "Age of the oldest waiting message"),
    outboxUncertain: gauge("flow_outbox_uncertain", "Messages whose sending nobody knows the outcome of"),
    timersLate: gauge("flow_timers_late_seconds", "How long the most overdue timer has been due"),
  };
  const channels = new Gauge({
    name: "flow_channel_state",
    help: "Channels by state",
    labelNames: ["state"],
    registers: [registry],
  });
  return {
    async refresh(): Promise<void> {
      const [lengths, states] = await Promise.all([
        pool.query<Lengths>(LENGTHS),
        pool.query<{ state: string; n: number }>(
          "SELECT state, count(*)::int AS n FROM channels GROUP BY state",
        ),
      ]);
      const row = lengths.rows[0];
      if (row) for (const [name, one] of Object.entries(gauges)) one.set(Number(Reflect.get(row, name)));
      for (const state of STATES)
        channels.set({ state }, states.rows.find((found) => found.state === state)?.n ?? 0);
    },
  };
}
