/** A batch of inbox rows applied in memory: each conversation's rows in order, each row on its own, to be saved as one set. */
import type { TriggerIndex } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { ZodError } from "zod";
import { crash } from "../crash.ts";
import type { Runtime } from "../runtime.ts";
import { applyRow } from "./apply-row.ts";
import { createConversations, type Newcomer } from "./create.ts";
import { type InboxRow, readRow, saysNothingNew } from "./inbox-row.ts";
import { loadKnownMessages } from "./known-messages.ts";
import { distinctKeys, type Loaded, loadConversations, loadTapped } from "./load.ts";
import { conversationKey, type LoadedConversation } from "./loaded.ts";
import { MissingPrograms, type ProgramLookup } from "./programs.ts";
import type { BatchContext } from "./run-session.ts";
import { Work } from "./work.ts";

/** What the drain needs of published flows: synchronous look-ups, and loads for what was missing. */
export interface FlowSource extends ProgramLookup {
  triggers(client: PoolClient, workspaceId: string, revision: number): Promise<TriggerIndex>;
  load(client: PoolClient, versionIds: readonly string[]): Promise<void>;
}

/** One Work for each conversation of the rows; rows whose channel is gone have none. */
export async function applyRows(
  client: PoolClient,
  flows: FlowSource,
  { rows, conversations: loaded }: Loaded,
  runtime: Runtime,
): Promise<Work[]> {
  const conversations = await withNewcomers(client, rows, loaded);
  const known = await loadKnownMessages(client, rows);
  const batch = { known, tapped: await loadTapped(client, tapsOf(rows)), hookUrl: runtime.hookUrl };
  const works: Work[] = [];
  for (const [key, own] of groupByConversation(rows)) {
    const conversation = conversations.get(key);
    if (!conversation) continue;
    const triggers = await flows.triggers(client, conversation.workspaceId, conversation.triggerRevision);
    const context = { ...batch, triggers, programs: flows };
    const timed = own.map((row) => onItsClock(row, conversation));
    works.push(await applyConversation(client, flows, conversation, timed, context, runtime));
  }
  return works;
}

/** What comes to a simulated customer comes at the time that its clock shows. */
function onItsClock(row: InboxRow, { clockAheadMs }: LoadedConversation): InboxRow {
  if (clockAheadMs === 0) return row;
  return { ...row, receivedAt: new Date(row.receivedAt.getTime() + clockAheadMs) };
}

function groupByConversation(rows: readonly InboxRow[]): Map<string, InboxRow[]> {
  const groups = new Map<string, InboxRow[]>();
  for (const row of rows) {
    const key = conversationKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Pure turns: when a program is missing it is loaded and the conversation taken again from its beginning. */
async function applyConversation(
  client: PoolClient,
  flows: FlowSource,
  conversation: LoadedConversation,
  rows: readonly InboxRow[],
  batch: BatchContext,
  runtime: Runtime,
): Promise<Work> {
  for (;;) {
    try {
      return applyInOrder(conversation, rows, batch, runtime);
    } catch (error) {
      if (!(error instanceof MissingPrograms)) throw error;
      await flows.load(client, error.versionIds);
    }
  }
}

/** A row that fails leaves nothing behind but its reason; the conversation's later rows go on from the state before it. */
function applyInOrder(
  conversation: LoadedConversation,
  rows: readonly InboxRow[],
  batch: BatchContext,
  runtime: Runtime,
): Work {
  let work = new Work(conversation);
  for (const row of rows) {
    const attempt = work.copy();
    crash("drain-before-step", () => JSON.stringify(row.payload));
    try {
      const state = applyRow(attempt, row, batch);
      attempt.outcomes.push({ id: row.id, state, error: null });
      work = attempt;
    } catch (error) {
      if (error instanceof MissingPrograms) throw error;
      runtime.log.error({ inboxId: row.id, err: error }, "inbox row quarantined");
      work.outcomes.push({ id: row.id, state: "quarantined", error: reasonOf(error) });
    }
  }
  return work;
}

/** Longest reason kept with a quarantined row. */
const REASON_CHARS = 500;

export function reasonOf(error: unknown): string {
  const text =
    error instanceof ZodError ? `payload: ${error.issues[0]?.message ?? "not valid"}` : String(error);
  return text.slice(0, REASON_CHARS);
}

async function withNewcomers(
  client: PoolClient,
  rows: readonly InboxRow[],
  found: Loaded["conversations"],
): Promise<Loaded["conversations"]> {
  const newcomers = distinctKeys(rows)
    .filter((row) => !found.has(conversationKey(row)))
    .map((row) => beginningOf(row, rows))
    .filter((row) => !saysNothingNew(row))
    .map(newcomer);
  if (newcomers.length === 0) return found;
  await createConversations(client, newcomers);
  return loadConversations(client, rows);
}

/** The first row that begins a conversation; the given one when none does. */
function beginningOf(row: InboxRow, rows: readonly InboxRow[]): InboxRow {
  const key = conversationKey(row);
  return rows.find((each) => conversationKey(each) === key && !saysNothingNew(each)) ?? row;
}

function newcomer(row: InboxRow): Newcomer {
  try {
    const content = readRow(row);
    if (content.kind === "message") return { row, name: content.profileName, phone: content.phone };
    if (content.kind === "event") return { row, name: content.about.profileName, phone: null };
  } catch {
    // The row will be quarantined when it is applied; the conversation is there to show it.
  }
  return { row, name: null, phone: null };
}

function tapsOf(rows: readonly InboxRow[]): { row: InboxRow; replyTo: string }[] {
  return rows.flatMap((row) => {
    if (row.kind !== "message" || row.payload === null || typeof row.payload !== "object") return [];
    const replyTo: unknown = Reflect.get(row.payload, "replyTo");
    return typeof replyTo === "string" ? [{ row, replyTo }] : [];
  });
}
