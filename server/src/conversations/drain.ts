/** The only caller of the step: one transaction takes the pending rows of some shards, applies them in order and saves all that came of it. */
import type { PoolClient } from "pg";
import { crash } from "../crash.ts";
import { isAboutData, isLockTimeout } from "../db/data-error.ts";
import { ints } from "../db/lists.ts";
import { statement, together } from "../db/sql.ts";
import { retried } from "../db/transaction.ts";
import type { LiveEvent } from "../realtime/change-log.ts";
import type { Runtime } from "../runtime.ts";
import { AloneGate } from "./alone-gate.ts";
import { applyRows, type FlowSource } from "./apply-batch.ts";
import { DirectSends } from "./direct-sends.ts";
import { type InboxRow, saysNothingNew } from "./inbox-row.ts";
import { forgetTry, isInherited, noteInherited, OneByOne } from "./inherited-rows.ts";
import { HELD_SHARDS, loadDrainRows, rowsOfEach } from "./load.ts";
import { drainOneByOne } from "./one-by-one.ts";
import { saveWorks } from "./save.ts";
import { type FinishedRow, type SavedMessage, sendingIds } from "./saved-rows.ts";
import type { Work } from "./work.ts";

/** Advisory locks of drains: (class, shard). Any number no other lock of the product uses. */
export const DRAIN_LOCK = 4_101;
/** Longest wait for another worker's drain of the same shard; then the sweep asks again. */
const LOCK_TIMEOUT_MS = 5_000;
/** Longest wait for a row that somebody else has: others of the batch wait along. */
const ROW_LOCK_TIMEOUT_MS = 2_000;

export interface Drained {
  /** Rows brought to an end. */
  rows: number;
  /** Shards with more to do at once. */
  more: number[];
  /** Shards that another worker has at the moment: it may have looked before our rows were there. */
  busy: number[];
}

/**
 * Drains one shard until nothing is pending, waiting for whoever has it.
 * @returns rows brought to an end
 */
export async function drainShard(runtime: Runtime, flows: FlowSource, shard: number): Promise<number> {
  let total = 0;
  for (;;) {
    const { rows, more } = await drain(runtime, flows, { shards: [shard], wait: true });
    total += rows;
    if (more.length === 0) return total;
  }
}

/** One batch of several shards, in one transaction: what costs is the transaction, not the rows. Shards that are busy are left out. */
export function drainShards(
  runtime: Runtime,
  flows: FlowSource,
  shards: readonly number[],
): Promise<Drained> {
  return drain(runtime, flows, { shards, wait: false });
}

/** Of the process: what is under way in it dies with it. */
const gate = new AloneGate();

interface Batch {
  shards: readonly number[];
  /** For shards that another worker has; a single shard only, or two workers could wait for each other. */
  wait: boolean;
  /** This row alone. */
  only?: string;
}

async function drain(runtime: Runtime, flows: FlowSource, batch: Batch): Promise<Drained> {
  try {
    return await retried(() => gate.together(() => drainOnce(runtime, flows, batch)));
  } catch (error) {
    return takeApart(runtime, flows, batch, error);
  }
}

/** What stops a whole batch is looked for in smaller ones, so that only it has to wait. @throws what no smaller batch would mend */
async function takeApart(
  runtime: Runtime,
  flows: FlowSource,
  { shards, wait }: Batch,
  error: unknown,
): Promise<Drained> {
  const locked = isLockTimeout(error) && !wait;
  if (locked && shards.length > 1) return eachShard(runtime, flows, shards);
  if (!locked && !isAboutData(error) && !(error instanceof OneByOne)) throw error;
  if (!(error instanceof OneByOne))
    runtime.log.error({ err: error, shards }, "a batch could not be saved: its rows are taken one by one");
  return drainOneByOne(runtime, shards, wait, (row) => {
    const once = () => drainOnce(runtime, flows, { shards: [row.shard], wait, only: row.id });
    // Were others under way, nobody could tell whose fault it was.
    return isInherited(runtime, row) ? gate.byItself(once) : gate.together(once);
  });
}

async function eachShard(runtime: Runtime, flows: FlowSource, shards: readonly number[]): Promise<Drained> {
  const all: Drained = { rows: 0, more: [], busy: [] };
  for (const shard of shards) {
    const { rows, more, busy } = await drain(runtime, flows, { shards: [shard], wait: false });
    all.rows += rows;
    all.more.push(...more);
    all.busy.push(...busy);
  }
  return all;
}

async function drainOnce(runtime: Runtime, flows: FlowSource, batch: Batch): Promise<Drained> {
  const client = await runtime.hot.connect();
  let failed: Error | undefined;
  let sends: DirectSends | undefined;
  let noted: readonly InboxRow[] = [];
  try {
    const [held, loaded] = await together([
      beginWithLocks(client, batch),
      loadDrainRows(client, batch.only ?? null),
    ]);
    const { rows } = loaded;
    const busy = batch.shards.filter((shard) => !held.includes(shard));
    crash("drain-after-claim");
    if (rows.length === 0) {
      await client.query("COMMIT");
      return { rows: 0, more: [], busy };
    }
    noted = await noteInherited(runtime, rows, batch.only !== undefined);
    const works = await applyRows(client, flows, loaded, runtime);
    crash("drain-before-save");
    sends = new DirectSends(runtime, works);
    const { messages, events } = await saveWorks(client, works, straysOf(works, rows), sends.claims);
    crash("drain-before-commit");
    await client.query("COMMIT");
    crash("drain-after-commit");
    sends.begin(messages);
    announce(runtime, works, messages, events);
    return { rows: rows.length, more: unfinished(rows, works, rowsOfEach(held.length)), busy };
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error));
    // The connection may be gone: what matters then is that the transaction ended with it.
    await client.query("ROLLBACK").catch(() => {});
    await forgetTry(runtime, noted);
    throw failed;
  } finally {
    sends?.begin([]);
    client.release(failed);
  }
}

/** Takes the locks of shards and writes down for the next statement which of them the transaction holds. $1 shards */
const takeShards = (name: string, lock: string) =>
  statement<{ held: string }>(
    name,
    `SELECT set_config('${HELD_SHARDS}', COALESCE(array_agg(s), '{}')::text, true) AS held FROM unnest($1::int[]) AS s ${lock}`,
  );
const takeFree = takeShards("take-free-shards", `WHERE pg_try_advisory_xact_lock(${DRAIN_LOCK}, s)`);
const takeAll = takeShards("take-shards", `CROSS JOIN LATERAL pg_advisory_xact_lock(${DRAIN_LOCK}, s)`);

/** Begins the transaction with its locks. @returns the shards that are ours until it ends */
async function beginWithLocks(client: PoolClient, { shards, wait }: Batch): Promise<readonly number[]> {
  const limit = wait ? LOCK_TIMEOUT_MS : ROW_LOCK_TIMEOUT_MS;
  const [, rows] = await together([
    client.query(`BEGIN; SET LOCAL lock_timeout = ${limit}`),
    (wait ? takeAll : takeFree).rows(client, [ints(shards, (shard) => shard)]),
  ]);
  const held = rows[0]?.held ?? "{}";
  return held.slice(1, -1).split(",").filter(Boolean).map(Number);
}

function unfinished(rows: readonly InboxRow[], works: readonly Work[], limit: number): number[] {
  const counts = new Map<number, number>();
  for (const { shard } of rows) counts.set(shard, (counts.get(shard) ?? 0) + 1);
  const full = [...counts].filter(([, count]) => count === limit).map(([shard]) => shard);
  const released = works.filter((work) => work.releasesHeld).map((work) => work.conversation.shard);
  return [...new Set([...full, ...released])];
}

/** Rows that belong to no conversation. */
function straysOf(works: readonly Work[], rows: readonly InboxRow[]): FinishedRow[] {
  const known = new Set(works.flatMap((work) => work.outcomes.map((outcome) => outcome.id)));
  return rows.filter((row) => !known.has(row.id)).map(strayRow);
}

const strayRow = (row: InboxRow): FinishedRow => ({
  workspaceId: row.workspaceId,
  id: row.id,
  ...(saysNothingNew(row)
    ? { state: "ignored" as const, error: "nobody here is known by that id" }
    : { state: "quarantined" as const, error: "the channel of this event was removed" }),
  conversationId: null,
});

/** After commit: wake who has work, tell who watches. A process that dies here loses only wake-ups; the sweep makes them good. */
function announce(
  runtime: Runtime,
  works: readonly Work[],
  messages: readonly SavedMessage[],
  events: LiveEvent[],
): void {
  const sending = new Set(sendingIds(messages));
  const channels = new Set<string>();
  for (const work of works) {
    // What follows a message on its way needs no waking.
    const first = work.messages.find((message) => message.direction === "out");
    if (first && !sending.has(first.id)) channels.add(work.conversation.channelId);
    if (work.tasks.length === 0) continue;
    runtime.wake("task", "due");
    runtime.typing(work.conversation.workspaceId, work.contact.id);
  }
  for (const channelId of channels) runtime.wake("deliver", channelId);
  runtime.signal(works.flatMap(signalsOf));
  runtime.publish(events);
  runtime.changed(works.map(({ conversation: { workspaceId, id } }) => ({ workspaceId, id })));
}

function signalsOf({ signals, conversation: { channelId, externalId, sendTo } }: Work) {
  return signals.map((signal) => ({ ...signal, channelId, externalId: sendTo ?? externalId }));
}
