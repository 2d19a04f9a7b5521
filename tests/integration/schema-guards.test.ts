// What the database itself refuses, whatever the code believes.

import { describe, expect, it } from "vitest";
import { newId, providerKey } from "../../server/src/db/ids.ts";
import { transaction } from "../../server/src/db/transaction.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const workspaceId = newId();

function session(conversationId: string, status: string) {
  return {
    workspaceId,
    conversationId,
    status,
    contactId: newId(),
    channelId: newId(),
    flowId: newId(),
    flowVersionId: newId(),
    state: {},
  };
}

describe("one live session per conversation", () => {
  it("holds for Active and Paused together, and lets ended ones pile up", async () => {
    const conversationId = newId();
    await db.prisma.session.create({ data: session(conversationId, "Completed") });
    await db.prisma.session.create({ data: session(conversationId, "Errored") });
    const live = await db.prisma.session.create({ data: session(conversationId, "Paused") });
    await expect(db.prisma.session.create({ data: session(conversationId, "Active") })).rejects.toThrow(
      /[Uu]nique/,
    );
    await db.prisma.session.update({
      where: { workspaceId_id: { workspaceId, id: live.id } },
      data: { status: "Completed" },
    });
    await db.prisma.session.create({ data: session(conversationId, "Active") });
  });
});

describe("the inbox", () => {
  const insert = `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload)
    VALUES ($1, $2, 'message', 'x', 1, $3, $4) ON CONFLICT DO NOTHING`;

  it("takes an event once, however often it comes at the same time", async () => {
    const values = [workspaceId, newId(), providerKey("wamid.1"), "{}"];
    const counts = await Promise.all(Array.from({ length: 20 }, () => db.pool.query(insert, values)));
    expect(counts.reduce((sum, result) => sum + (result.rowCount ?? 0), 0)).toBe(1);
  });

  it("keeps text as it came, with the characters jsonb refuses and the keys in their order", async () => {
    const payload = '{"b":1,"a":"nul \\u0000 and half \\ud83d"}';
    const values = [workspaceId, newId(), providerKey("wamid.2"), payload];
    await db.pool.query(insert, values);
    const { rows } = await db.pool.query<{ text: string }>(
      "SELECT payload::text AS text FROM inbox_events WHERE channel_id = $1",
      [values[1]],
    );
    expect(rows[0]?.text).toBe(payload);
  });
});

describe("transaction", () => {
  it("runs again after a deadlock, and both sides end", async () => {
    const ids = [newId(), newId()];
    for (const id of ids) await db.prisma.workspace.create({ data: { id, name: "w" } });
    const bump = "UPDATE workspaces SET trigger_revision = trigger_revision + 1 WHERE id = $1";
    // Each side takes its first row, waits for the other's first, then wants the other's row.
    let firstRowsTaken = 0;
    let open = (): void => undefined;
    const bothHaveOne = new Promise<void>((resolve) => {
      open = resolve;
    });
    let runs = 0;
    const cross = (order: (string | undefined)[]) =>
      transaction(db.pool, async (client) => {
        runs += 1;
        await client.query("SET LOCAL deadlock_timeout = '20ms'");
        await client.query(bump, [order[0]]);
        firstRowsTaken += 1;
        if (firstRowsTaken === 2) open();
        await bothHaveOne;
        await client.query(bump, [order[1]]);
      });
    await Promise.all([cross(ids), cross([...ids].reverse())]);
    expect(runs).toBe(3);
    const rows = await db.prisma.workspace.findMany({ where: { id: { in: ids } } });
    expect(rows.map((row) => row.triggerRevision)).toEqual([2, 2]);
  });

  it("leaves no transaction open on a connection after an error", async () => {
    await expect(transaction(db.pool, (client) => client.query("SELECT 1/0"))).rejects.toThrow(/division/);
    const { rows } = await db.pool.query<{ open: number }>(
      "SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'",
    );
    expect(rows[0]?.open).toBe(0);
  });
});
