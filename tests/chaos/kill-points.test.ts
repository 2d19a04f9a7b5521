/** The process is killed on each side of each commit and each send; after a restart nothing is lost and nothing is doubled. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRASH_POINTS } from "../../server/src/crash.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { post, textDelivery, type WhatsAppNumber } from "../support/whatsapp-webhook.ts";

const FLOW = {
  format: "hilo.flow/1",
  name: "Two bubbles",
  triggers: [{ type: "keyword", keyword: "vamos", mode: "word" }],
  nodes: [
    { id: "one", type: "text", data: { text: "Uno" } },
    { id: "ask", type: "ask", data: { text: "¿Nombre?", saveAs: "name" } },
    { id: "bye", type: "text", data: { text: "Hola {{ name }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "one" },
    { id: "e1", source: "one", target: "ask" },
    { id: "e2", source: "ask", target: "bye" },
  ],
};

/** Points that this flow passes. `statuses-*`, `task-*` and `timers-*` belong to other stories. */
const PASSED = CRASH_POINTS.filter((point) => /^(inbox|drain|deliver)-/.test(point));
const POINTS =
  process.env.CHAOS === "full"
    ? PASSED
    : (["inbox-after-store", "drain-before-commit", "drain-after-commit", "deliver-before-post"] as const);
/** Customers of one round; a few points are passed once per batch, so the kill comes at the first of them. */
const CUSTOMERS = 6;

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber;
let db: pg.Pool;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url });
  number = await product.connectNumber();
  await product.publish(FLOW);
  db = new pg.Pool({ connectionString: product.database.url, max: 2 });
});
afterAll(async () => {
  await db?.end();
  await product?.stop();
  await graph?.stop();
});

/** Meta's side: posts until it is answered 200. */
async function deliverUntilAccepted(bodies: string[]): Promise<void> {
  let left = bodies;
  await until(
    async () => {
      const statuses = await Promise.all(left.map((body) => post(product.server.url, number, body)));
      left = left.filter((_, i) => statuses[i] !== 200);
      if (
        left.length > 0 &&
        product.server.child.exitCode === null &&
        product.server.child.signalCode === null
      )
        return false;
      if (left.length > 0) await product.restart();
      return left.length === 0;
    },
    "every delivery is answered 200",
    60_000,
  );
}

/** Either the process dies at its point, or all is done without passing it. */
async function survive(what: string, done: () => Promise<boolean>): Promise<void> {
  await until(
    async () => {
      const { child } = product.server;
      if (child.exitCode !== null || child.signalCode !== null) await product.restart();
      return done();
    },
    what,
    90_000,
  );
}

async function count(sql: string, ...values: unknown[]): Promise<number> {
  const { rows } = await db.query<{ n: number }>(sql, values);
  return rows[0]?.n ?? 0;
}

describe.each(POINTS.map((point, round) => ({ point, round })))("killed at $point", ({ point, round }) => {
  it("loses nothing and doubles nothing", async () => {
    const people = Array.from(
      { length: CUSTOMERS },
      (_, i) => `3460${String(round).padStart(3, "0")}${String(i).padStart(4, "0")}`,
    );
    await product.restart({ CRASH_AT: `${point}:1` });
    await deliverUntilAccepted(
      people.map((who) => textDelivery(number, who, `wamid.${point}.${who}.1`, "vamos")),
    );
    const settled = (per: number) => async () =>
      (await count(
        `SELECT count(*)::int AS n FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
          WHERE c.external_id = ANY ($1) AND m.direction = 'out' AND m.status NOT IN ('Pending', 'Sending')`,
        people,
      )) ===
      people.length * per;
    await survive("both bubbles are settled", settled(2));
    await deliverUntilAccepted(
      people.map((who) => textDelivery(number, who, `wamid.${point}.${who}.2`, "Luz")),
    );
    await survive("the farewell is settled", settled(3));

    expect(
      await count(
        "SELECT count(*)::int AS n FROM inbox_events WHERE external_id = ANY ($1) AND state = 'done'",
        people,
      ),
    ).toBe(people.length * 2);
    expect(
      await count("SELECT count(*)::int AS n FROM inbox_events WHERE state NOT IN ('done', 'ignored')"),
    ).toBe(0);
    expect(
      await count(
        "SELECT count(*)::int AS n FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id WHERE c.external_id = ANY ($1) AND s.status = 'Completed' AND s.version = 2",
        people,
      ),
    ).toBe(people.length);
    await expectEachSentOnce(people);
  });
});

/** The ledger against the table: what was sent was accepted once, in order; what is uncertain at most once. */
async function expectEachSentOnce(people: string[]): Promise<void> {
  const { rows } = await db.query<{ id: string; who: string; text: string; status: string }>(
    `SELECT m.id, c.external_id AS who, m.text, m.status FROM messages m
       JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE c.external_id = ANY ($1) AND m.direction = 'out' ORDER BY m.seq`,
    [people],
  );
  for (const row of rows) {
    const accepted = graph.ledger.filter((entry) => entry.opaque === row.id).length;
    if (row.status === "Uncertain") expect(accepted).toBeLessThanOrEqual(1);
    else expect({ ...row, accepted }).toMatchObject({ status: "Sent", accepted: 1 });
  }
  for (const who of people) {
    const mine = rows.filter((row) => row.who === who);
    expect(mine.map((row) => row.text)).toEqual(["Uno", "¿Nombre?", "Hola Luz"]);
    const order = mine
      .map((row) => graph.ledger.findIndex((entry) => entry.opaque === row.id))
      .filter((at) => at !== -1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
}
