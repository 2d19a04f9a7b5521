/** Fault 123: what has served its purpose is deleted, in batches, and nothing else. */
import { beforeAll, expect, it } from "vitest";
import { KEEP_LOG_DAYS, pruneWebhookLog } from "../../server/src/admin/prune-webhook-log.ts";
import { newId, providerKey } from "../../server/src/db/ids.ts";
import { pruneChangeLog } from "../../server/src/realtime/catch-up.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const workspaces = [newId(), newId()];

beforeAll(async () => {
  for (const id of workspaces) await db.prisma.workspace.create({ data: { id, name: "Shop" } });
});

const DELIVERY = `INSERT INTO webhook_log (workspace_id, platform, received_at, signature, http_status, body, state)
  SELECT $1, 'whatsapp', now() - make_interval(days => $2), 'ok', 200, 'hola', $3 FROM generate_series(1, $4) RETURNING id`;

const logged = async (workspaceId: string) => {
  const { rows } = await db.pool.query<{ state: string; days: number }>(
    `SELECT state, extract(day FROM now() - received_at)::int AS days FROM webhook_log WHERE workspace_id = $1 ORDER BY id`,
    [workspaceId],
  );
  return rows.map(({ state, days }) => `${state} ${days}`);
};

it("deliveries of long ago leave the log of every workspace, batch by batch; what waits for a person stays", async () => {
  const [first = "", second = ""] = workspaces;
  const add = async (workspaceId: string, days: number, state = "stored", count = 1) =>
    (await db.pool.query<{ id: string }>(DELIVERY, [workspaceId, days, state, count])).rows[0]?.id;
  await add(first, KEEP_LOG_DAYS + 1, "stored", 25);
  await add(first, KEEP_LOG_DAYS + 1, "refused");
  await add(first, KEEP_LOG_DAYS + 400, "quarantined");
  await add(first, KEEP_LOG_DAYS - 1);
  const partly = await add(first, KEEP_LOG_DAYS + 2);
  await db.pool.query(
    `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, state, webhook_log_id)
     VALUES ($1, $2, 'message', '34600', 1, $3, 'quarantined', $4), ($1, $2, 'message', '34600', 1, $5, 'done', 1)`,
    [first, newId(), providerKey("a"), partly, providerKey("b")],
  );
  await add(second, KEEP_LOG_DAYS + 1, "stored", 3);

  expect(await pruneWebhookLog(db.pool, 10)).toBe(25 + 1 + 3);
  expect(await logged(first)).toEqual([
    `quarantined ${KEEP_LOG_DAYS + 400}`,
    `stored ${KEEP_LOG_DAYS - 1}`,
    `stored ${KEEP_LOG_DAYS + 2}`,
  ]);
  expect(await logged(second)).toEqual([]);
  expect(await pruneWebhookLog(db.pool)).toBe(0);
  const { rows } = await db.pool.query("SELECT count(*)::int AS n FROM inbox_events");
  expect(rows).toEqual([{ n: 2 }]);
});

it("what sockets catch up from is kept for a day", async () => {
  await db.pool.query(
    `INSERT INTO change_log (workspace_id, room, event, payload, at)
     SELECT $1, 'x', 'message:new', '{}', now() - make_interval(hours => n) FROM generate_series(0, 47) AS n`,
    [workspaces[0]],
  );
  expect(await pruneChangeLog(db.pool)).toBe(24);
  const { rows } = await db.pool.query(
    "SELECT count(*)::int AS n, bool_and(at > now() - interval '1 day') AS fresh FROM change_log",
  );
  expect(rows).toEqual([{ n: 24, fresh: true }]);
});
