// What lists are told of rows that change: together, by workspace, and nothing where nobody listens.
import { expect, it } from "vitest";
import { drainShards } from "../../server/src/conversations/drain.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import type { LiveEvent } from "../../server/src/realtime/change-log.ts";
import {
  ChangedConversations,
  type ConversationKey,
} from "../../server/src/realtime/changed-conversations.ts";
import { useTestDatabase } from "../support/database.ts";
import { testRuntime } from "../support/test-runtime.ts";
import { watchedPool } from "../support/watched-pool.ts";
import { createWorld } from "../support/world.ts";

const db = useTestDatabase();

/** Lists of workspaces in which so many listen. */
function lists(listeners: (workspaceId: string) => number) {
  const told: LiveEvent[] = [];
  let reads = 0;
  const pool = watchedPool(db.pool, { onQuery: () => void reads++ });
  const publish = (events: LiveEvent[]) => void told.push(...events);
  const changed = new ChangedConversations({ pool, log: testRuntime(db).log, publish, listeners }, 1);
  return { changed, told, reads: () => reads };
}

/** A workspace in which so many people have written. */
async function writtenTo(people: number): Promise<ConversationKey[]> {
  const world = await createWorld(db);
  const shards = new Set<number>();
  for (let n = 0; n < people; n++) shards.add(await world.customer(`3460000000${n}`, "hola"));
  await drainShards(testRuntime(db), new PublishedFlows(), [...shards]);
  const { workspaceId } = world;
  const rows = await db.prisma.conversation.findMany({ where: { workspaceId }, select: { id: true } });
  expect(rows).toHaveLength(people);
  return rows.map(({ id }) => ({ workspaceId, id }));
}

const rowsOf = (told: readonly LiveEvent[]) =>
  told.map(({ workspaceId, contactId, event, payload }) => ({
    workspaceId,
    contactId,
    event,
    ids: "conversations" in payload ? payload.conversations.map(({ id }) => id).sort() : [],
  }));

it("tells rows that change in one moment by one event for each workspace, each row once", async () => {
  const [shop, bank] = [await writtenTo(3), await writtenTo(2)];
  const { changed, told } = lists(() => 1);
  changed.add([...shop, ...bank, ...shop]);
  await changed.idle();
  const one = (keys: readonly ConversationKey[]) => ({
    workspaceId: keys[0]?.workspaceId,
    contactId: null,
    event: "conversations:updated",
    ids: keys.map(({ id }) => id).sort(),
  });
  expect(rowsOf(told)).toHaveLength(2);
  expect(rowsOf(told)).toEqual(expect.arrayContaining([one(shop), one(bank)]));
});

it("tells a row that changes again while it is told once more", async () => {
  const [row] = await writtenTo(1);
  const { changed, told } = lists(() => 1);
  if (row) changed.add([row]);
  if (row) changed.add([row]);
  await changed.idle();
  expect(rowsOf(told).map(({ ids }) => ids)).toEqual([[row?.id], [row?.id]]);
});

it("reads nothing where nobody listens", async () => {
  const [shop, bank] = [await writtenTo(1), await writtenTo(1)];
  const { changed, told, reads } = lists((workspaceId) => (workspaceId === bank[0]?.workspaceId ? 1 : 0));
  changed.add(shop);
  await changed.idle();
  expect([told.length, reads()]).toEqual([0, 0]);
  changed.add([...shop, ...bank]);
  await changed.idle();
  expect(rowsOf(told).map(({ ids }) => ids)).toEqual([bank.map(({ id }) => id)]);
});
