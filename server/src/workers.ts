/** The work behind the webhooks: drains, deliveries, tasks, and the sweep that makes good every lost wake-up. */
import { setTimeout as sleep } from "node:timers/promises";
import { pruneWebhookLog } from "./admin/prune-webhook-log.ts";
import { applyAccountNews } from "./channels/apply-account-news.ts";
import type { ChannelDirectory } from "./channels/directory.ts";
import { tellAdmins } from "./channels/tell-admins.ts";
import { checkDueChannels, renewDueTokens } from "./channels/token-care.ts";
import { pruneImports, runImports } from "./contact-imports/run-imports.ts";
import { drainShards } from "./conversations/drain.ts";
import { endEchoPauses } from "./conversations/end-echo-pauses.ts";
import { wakePendingShards } from "./conversations/wake-pending.ts";
import { refreshStatistics } from "./db/fresh-statistics.ts";
import type { PublishedFlows } from "./flows/published-flows.ts";
import { type Abandoned, takeUpAbandoned } from "./journal/abandoned.ts";
import type { Journal } from "./journal/journal.ts";
import { journalFolder } from "./journal/journal-file.ts";
import { fetchDueLeads } from "./leads/fetch-leads.ts";
import { createDownloader } from "./media/download-due.ts";
import type { MediaStore } from "./media/media-store.ts";
import { fetchDueMentions } from "./mentions/fetch-mentions.ts";
import type { GraphApi } from "./meta/graph-api.ts";
import type { Metrics } from "./metrics/metrics.ts";
import { addressRules } from "./net/address-rules.ts";
import { createGuardedFetch } from "./net/guarded-fetch.ts";
import type { StatusApplier } from "./outbox/apply-statuses.ts";
import { Deliverer } from "./outbox/deliver.ts";
import { pruneStatuses, sweepOutbox } from "./outbox/sweep.ts";
import { takeUpSends } from "./outbox/take-up-sends.ts";
import type { WakeQueue } from "./queue/queue.ts";
import { startSweep } from "./queue/sweep.ts";
import { pruneChangeLog } from "./realtime/catch-up.ts";
import type { Runtime } from "./runtime.ts";
import { fireDueSchedules } from "./schedules/fire-schedules.ts";
import { createMailer } from "./tasks/mailer.ts";
import { createTaskPerformer } from "./tasks/perform-tasks.ts";
import { syncDueTemplates } from "./templates/sync-templates.ts";
import { fireDueTimers } from "./timers/fire-due.ts";

interface WorkerParts {
  runtime: Runtime;
  queue: WakeQueue;
  flows: PublishedFlows;
  directory: ChannelDirectory;
  statuses: StatusApplier;
  metrics: Metrics;
  graph: GraphApi;
  media: MediaStore;
  journal: Journal;
  simulatorUrl(): string;
}

export interface Workers extends Pick<Runtime, "reserveSends" | "signal"> {
  stop(): Promise<void>;
}

/** Shards of one drain: all that have something to do, because a drain costs by its statements more than by its rows. */
const SHARDS_AT_ONCE = 64;
/** Most drains are over by then, and gather more meanwhile; beside one that takes longer the next begins. */
const DRAIN_PATIENCE_MS = 20;
const DRAINS_AT_ONCE = 4;
/** A shard that another worker has is asked for again after so long: a drain takes about as much. */
const BUSY_AGAIN_MS = 20;
const CHANNELS_AT_ONCE = 4;
/** Timers are late by so much at most. */
const TIMERS_EVERY_MS = 500;
/** Schedules are told by the minute. */
const SCHEDULES_EVERY_MS = 1_000;
/** Somebody waits for it. */
const IMPORTS_EVERY_MS = 1_000;
const PENDING_EVERY_MS = 3_000;
/** A lead form is worth a quick answer. */
const LEADS_EVERY_MS = 2_000;
const OUTBOX_EVERY_MS = 3_000;
/** A look at a folder. */
const DEAD_EVERY_MS = 1_000;
const ACCOUNT_NEWS_EVERY_MS = 1_000;
const MEDIA_EVERY_MS = 500;
/** Looks at a table; Meta is asked for what is hours old. */
const CARE_EVERY_MS = 300_000;
const TELL_EVERY_MS = 30_000;
const ABANDONED_EVERY_MS = 3_000;
const STATISTICS_EVERY_MS = 500;
const PRUNE_EVERY_MS = 600_000;
/** At a stop, tasks under way are waited for so long; later their flows are told that the outcome is unknown. */
const TASKS_STOP_MS = 15_000;

export function startWorkers(parts: WorkerParts): Workers {
  const { runtime, queue, flows, directory, statuses, metrics } = parts;
  const deliverer = new Deliverer(runtime, {
    directory,
    statuses,
    media: parts.media,
    journal: parts.journal,
    simulatorUrl: parts.simulatorUrl,
  });
  const guarded = createGuardedFetch(addressRules(runtime.config.allowPrivateHosts));
  const downloads = createDownloader({ ...parts, guarded });
  const { smtpUrl, mailFrom } = runtime.config;
  const mailer = smtpUrl !== undefined && mailFrom !== undefined ? createMailer(smtpUrl, mailFrom) : null;
  const tasks = createTaskPerformer(runtime, { guarded, mailer }, parts.journal);

  const drain = async (...keys: string[]) => {
    const stop = metrics.drainDuration.startTimer();
    try {
      const { more, busy } = await drainShards(runtime, flows, keys.map(Number));
      stop({ result: "done" });
      for (const shard of more) runtime.wake("drain", String(shard));
      for (const shard of busy) setTimeout(() => runtime.wake("drain", String(shard)), BUSY_AGAIN_MS).unref();
    } catch (error) {
      stop({ result: "failed" });
      throw error;
    }
  };
  queue.process("drain", drain, {
    concurrency: DRAINS_AT_ONCE,
    keysAtOnce: SHARDS_AT_ONCE,
    patienceMs: DRAIN_PATIENCE_MS,
  });
  queue.process("deliver", (key) => deliverer.deliverChannel(key), { concurrency: CHANNELS_AT_ONCE });
  // One key, one run at a time; the performer itself runs many.
  queue.process("task", () => tasks.startDue(), { concurrency: 1 });

  const wakeDue = (channelId: string) => queue.wake("deliver", channelId, { sweep: true });
  const journals = journalFolder(runtime.config.dataDir);
  const takeUp = async (abandoned: Abandoned) => {
    await takeUpSends(runtime, abandoned, wakeDue);
    await tasks.takeUp(abandoned);
  };
  const sweep = startSweep(runtime.log, [
    { name: "timers", everyMs: TIMERS_EVERY_MS, run: () => fireAll(runtime) },
    { name: "schedules", everyMs: SCHEDULES_EVERY_MS, run: () => fireDueSchedules(runtime) },
    { name: "contact-imports", everyMs: IMPORTS_EVERY_MS, run: () => runImports(runtime) },
    { name: "old-imports", everyMs: PRUNE_EVERY_MS, run: () => pruneImports(runtime) },
    { name: "pending", everyMs: PENDING_EVERY_MS, run: () => wakePendingShards(runtime) },
    { name: "outbox", everyMs: OUTBOX_EVERY_MS, run: () => sweepOutbox(runtime, statuses, wakeDue) },
    { name: "dead-processes", everyMs: DEAD_EVERY_MS, run: () => takeUpAbandoned(journals, takeUp) },
    { name: "leads", everyMs: LEADS_EVERY_MS, run: () => fetchDueLeads(parts) },
    { name: "mentions", everyMs: LEADS_EVERY_MS, run: () => fetchDueMentions(parts) },
    { name: "echo-pauses", everyMs: PENDING_EVERY_MS, run: () => endEchoPauses(runtime) },
    { name: "tasks", everyMs: PENDING_EVERY_MS, run: async () => queue.wake("task", "due", { sweep: true }) },
    { name: "abandoned-tasks", everyMs: ABANDONED_EVERY_MS, run: () => tasks.settleAbandoned() },
    { name: "account-news", everyMs: ACCOUNT_NEWS_EVERY_MS, run: () => applyAccountNews(parts) },
    { name: "media", everyMs: MEDIA_EVERY_MS, run: () => downloads.start() },
    { name: "incoming-files", everyMs: PRUNE_EVERY_MS, run: () => parts.media.sweepIncoming() },
    { name: "tokens", everyMs: CARE_EVERY_MS, run: () => renewDueTokens(parts) },
    { name: "channel-health", everyMs: CARE_EVERY_MS, run: () => checkDueChannels(parts) },
    { name: "templates", everyMs: CARE_EVERY_MS, run: () => syncDueTemplates(parts) },
    { name: "tell-admins", everyMs: TELL_EVERY_MS, run: () => tellAdmins(runtime, mailer) },
    { name: "statistics", everyMs: STATISTICS_EVERY_MS, run: () => refreshStatistics(runtime.pool) },
    { name: "change-log", everyMs: PRUNE_EVERY_MS, run: () => pruneChangeLog(runtime.pool) },
    { name: "statuses", everyMs: PRUNE_EVERY_MS, run: () => pruneStatuses(runtime.pool) },
    { name: "webhook-log", everyMs: PRUNE_EVERY_MS, run: () => pruneWebhookLog(runtime.pool) },
  ]);

  return {
    reserveSends: (channelId, wanted) => deliverer.reserve(channelId, wanted),
    signal: (signals) => deliverer.signal(signals),
    async stop() {
      await sweep.stop();
      await deliverer.stop();
      await downloads.stop();
      await Promise.race([tasks.stop(), sleep(TASKS_STOP_MS, undefined, { ref: false })]);
      await parts.journal.close();
      mailer?.close();
      await guarded.close();
    },
  };
}

async function fireAll(runtime: Runtime): Promise<void> {
  while ((await fireDueTimers(runtime)) > 0);
}
