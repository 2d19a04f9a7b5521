/** The work behind the webhooks: drains, deliveries, tasks, and the sweep that makes good every lost wake-up. */
import type { ChannelDirectory } from "./channels/directory.ts";
import { drainShard } from "./conversations/drain.ts";
import { wakePendingShards } from "./conversations/wake-pending.ts";
import type { PublishedFlows } from "./flows/published-flows.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { addressRules } from "./net/address-rules.ts";
import { createGuardedFetch } from "./net/guarded-fetch.ts";
import type { StatusApplier } from "./outbox/apply-statuses.ts";
import { Deliverer } from "./outbox/deliver.ts";
import { sweepOutbox } from "./outbox/sweep.ts";
import type { WakeQueue } from "./queue/queue.ts";
import { startSweep } from "./queue/sweep.ts";
import { pruneChangeLog } from "./realtime/catch-up.ts";
import type { Runtime } from "./runtime.ts";
import { fireDueSchedules } from "./schedules/fire-schedules.ts";
import { createTaskPerformer } from "./tasks/perform-tasks.ts";
import { fireDueTimers } from "./timers/fire-due.ts";

interface WorkerParts {
  runtime: Runtime;
  queue: WakeQueue;
  flows: PublishedFlows;
  directory: ChannelDirectory;
  statuses: StatusApplier;
  metrics: Metrics;
  simulatorUrl(): string;
}

export interface Workers {
  stop(): Promise<void>;
}

/** Shards drained at once: each holds a connection, the pool has a dozen. */
const DRAINS_AT_ONCE = 4;
const CHANNELS_AT_ONCE = 4;
/** Timers are late by so much at most. */
const TIMERS_EVERY_MS = 500;
/** Schedules are told by the minute. */
const SCHEDULES_EVERY_MS = 1_000;
const PENDING_EVERY_MS = 3_000;
const OUTBOX_EVERY_MS = 3_000;
const ABANDONED_EVERY_MS = 10_000;
const PRUNE_EVERY_MS = 600_000;

export function startWorkers(parts: WorkerParts): Workers {
  const { runtime, queue, flows, directory, statuses, metrics } = parts;
  const deliverer = new Deliverer(runtime, { directory, statuses, simulatorUrl: parts.simulatorUrl });
  const guarded = createGuardedFetch(addressRules(runtime.config.allowPrivateHosts));
  const tasks = createTaskPerformer(runtime, guarded);

  const drain = async (key: string) => {
    const stop = metrics.drainDuration.startTimer();
    try {
      await drainShard(runtime, flows, Number(key));
      stop({ result: "done" });
    } catch (error) {
      stop({ result: "failed" });
      throw error;
    }
  };
  queue.process("drain", drain, { concurrency: DRAINS_AT_ONCE });
  queue.process("deliver", (key) => deliverer.deliverChannel(key), { concurrency: CHANNELS_AT_ONCE });
  // One key, one run at a time; the performer itself runs many.
  queue.process("task", () => tasks.performDue().then(() => {}), { concurrency: 1 });

  const sweep = startSweep(runtime.log, [
    { name: "timers", everyMs: TIMERS_EVERY_MS, run: () => fireAll(runtime) },
    { name: "schedules", everyMs: SCHEDULES_EVERY_MS, run: () => fireDueSchedules(runtime) },
    { name: "pending", everyMs: PENDING_EVERY_MS, run: () => wakePendingShards(runtime) },
    {
      name: "outbox",
      everyMs: OUTBOX_EVERY_MS,
      run: () =>
        sweepOutbox(runtime, statuses, (channelId) => queue.wake("deliver", channelId, { sweep: true })),
    },
    { name: "tasks", everyMs: PENDING_EVERY_MS, run: async () => queue.wake("task", "due", { sweep: true }) },
    { name: "abandoned-tasks", everyMs: ABANDONED_EVERY_MS, run: () => tasks.settleAbandoned() },
    { name: "change-log", everyMs: PRUNE_EVERY_MS, run: () => pruneChangeLog(runtime.pool) },
  ]);

  return {
    async stop() {
      await sweep.stop();
      await deliverer.stop();
      await guarded.close();
    },
  };
}

async function fireAll(runtime: Runtime): Promise<void> {
  while ((await fireDueTimers(runtime)) > 0);
}
