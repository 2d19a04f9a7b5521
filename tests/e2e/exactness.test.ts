/** Each webhook counts exactly once and in order: doubled, crowded, through a restart; and what is not a webhook is refused. */
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { until } from "../support/server-process.ts";
import { INTERVIEW } from "../support/story-flows.ts";
import { wordsOf } from "../support/whatsapp-customer.ts";
import { post, sign, textDelivery, type WhatsAppNumber } from "../support/whatsapp-webhook.ts";

const VERIFY_TOKEN = "a token of our own";

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };
let db: pg.Pool;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url, META_WEBHOOK_VERIFY_TOKEN: VERIFY_TOKEN });
});
afterAll(async () => {
  await db?.end();
  await product?.stop();
  await graph?.stop();
});

const webhookUrl = (path = "/api/webhooks/whatsapp") => `${product.server.url}${path}`;

async function raw(body: string | Buffer, signature?: string, path?: string) {
  const answer = await fetch(webhookUrl(path), {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature === undefined ? {} : { "x-hub-signature-256": signature }),
    },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: answer.status, text: await answer.text() };
}

const errorOf = ({ text }: { text: string }): { code: string; message: string } => JSON.parse(text).error;

// First: once a channel has a secret, it is too late.
describe("before any app secret is set", () => {
  it("refuses every webhook with 503 and says what to set", async () => {
    const body = textDelivery({ platformId: "100" }, "34600000001", "wamid.none", "hola");
    for (const path of ["/api/webhooks/whatsapp", "/api/webhooks/meta", "/api/v1/whatsapp/webhook"]) {
      const answer = await raw(body, sign(body, "any"), path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(errorOf(answer).message).toMatch(/META_APP_SECRET/);
    }
  });

  it("takes a subscription by the environment's verify token, as plain text, and no other token", async () => {
    const ask = (token: string, path?: string, mode = "subscribe") =>
      fetch(
        `${webhookUrl(path)}?${new URLSearchParams({ "hub.mode": mode, "hub.verify_token": token, "hub.challenge": "<b>1158201444" })}`,
      );
    for (const platform of ["whatsapp", "instagram", "facebook-page", "meta"]) {
      const right = await ask(VERIFY_TOKEN, `/api/webhooks/${platform}`);
      expect(right.status).toBe(200);
      expect(right.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(await right.text()).toBe("<b>1158201444");
      expect((await ask("another", `/api/webhooks/${platform}`)).status).toBe(403);
    }
    expect((await ask("")).status).toBe(403);
    expect((await ask(VERIFY_TOKEN, undefined, "unsubscribe")).status).toBe(403);
  });
});

describe("with a number connected", () => {
  beforeAll(async () => {
    number = await product.connectNumber();
    await product.publish(INTERVIEW);
    db = new pg.Pool({ connectionString: product.database.url, max: 2 });
  });

  const spoken = (who: string): string[] =>
    graph.ledger.filter(({ body }) => body.to === `+${who}`).map(wordsOf);

  async function count(sql: string, ...values: unknown[]): Promise<number> {
    const { rows } = await db.query<{ n: number }>(`SELECT count(*)::int AS n ${sql}`, values);
    return rows[0]?.n ?? 0;
  }

  /** Meta's side: sent again until it is answered 200, wherever the server is by then. */
  async function deliver(body: string): Promise<void> {
    await until(async () => (await post(product.server.url, number, body)) === 200, "answered 200", 60_000);
  }

  const INTERVIEW_LINES = (name: string) => ["¿Nombre?", `¿Color, ${name}?`, `${name} quiere azul ${name}`];

  async function interview(who: string, name: string): Promise<void> {
    const lines = ["vamos", name, `azul ${name}`];
    for (const [n, line] of lines.entries())
      await deliver(textDelivery(number, who, `wamid.${who}.${n}`, line));
  }

  const crowd = (prefix: string, size: number) =>
    Array.from({ length: size }, (_, n) => ({
      who: `${prefix}${String(n).padStart(4, "0")}`,
      name: `Persona ${n}`,
    }));

  /** Each conversation whole and in order, nothing doubled, nothing left. */
  async function expectInterviews(people: { who: string; name: string }[]): Promise<void> {
    await product.untilQuiet();
    for (const { who, name } of people)
      expect({ who, lines: spoken(who) }).toEqual({ who, lines: INTERVIEW_LINES(name) });
    const numbers = people.map(({ who }) => who);
    const rows = "FROM inbox_events WHERE kind = 'message' AND external_id = ANY ($1)";
    expect(await count(rows, numbers)).toBe(people.length * 3);
    expect(await count(`${rows} AND state = 'done'`, numbers)).toBe(people.length * 3);
    const ours =
      "JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id WHERE c.external_id = ANY ($1)";
    expect(await count(`FROM sessions s ${ours} AND s.status = 'Completed' AND s.version = 3`, numbers)).toBe(
      people.length,
    );
    expect(
      await count(`FROM messages s ${ours} AND s.direction = 'out' AND s.status <> 'Sent'`, numbers),
    ).toBe(0);
    expect(new Set(graph.ledger.map(({ opaque }) => opaque)).size).toBe(graph.ledger.length);
  }

  it("takes one step and sends one reply for fifty equal webhooks at once, each answered 200", async () => {
    const who = "34622000001";
    const body = textDelivery(number, who, "wamid.fifty", "vamos");
    const statuses = await Promise.all(
      Array.from({ length: 50 }, () => post(product.server.url, number, body)),
    );
    expect(statuses).toEqual(Array.from({ length: 50 }, () => 200));
    await until(() => spoken(who).length > 0, "the reply is sent");
    await product.untilQuiet();
    expect(await post(product.server.url, number, body)).toBe(200);
    await product.untilQuiet();
    expect(spoken(who)).toEqual(["¿Nombre?"]);
    expect(await count("FROM inbox_events WHERE external_id = $1", who)).toBe(1);
    expect(
      await count(
        "FROM session_events e JOIN sessions s ON s.workspace_id = e.workspace_id AND s.id = e.session_id JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id WHERE c.external_id = $1",
        who,
      ),
    ).toBe(1);
  });

  it("keeps two hundred conversations apart and in order when all write three messages at once", async () => {
    const people = crowd("3463000", 200);
    await Promise.all(people.map(({ who, name }) => interview(who, name)));
    await expectInterviews(people);
  });

  it("loses nothing when the server is stopped and started while sixty people write", async () => {
    const people = crowd("3464000", 60);
    graph.answerWith(() => ({ kind: "accept", delayMs: 100 }));
    const before = graph.ledger.length;
    const writing = Promise.all(people.map(({ who, name }) => interview(who, name)));
    await until(() => graph.ledger.length > before + 20, "some replies are out");
    product.server.child.kill("SIGTERM");
    expect(await product.server.exited).toBe(0);
    const atStop = graph.ledger.length;
    expect(atStop).toBeLessThan(before + people.length * 3);
    await product.restart();
    await writing;
    await expectInterviews(people);
    graph.answerWith(() => ({ kind: "accept" }));
  });

  describe("a delivery that is none", () => {
    const body = () => textDelivery(number, "34622000002", "wamid.bad", "vamos");

    it("gets 401 without a signature, with another's, and over other bytes", async () => {
      const answers = [
        await raw(body()),
        await raw(body(), sign(body(), "wrong")),
        await raw(body(), sign(`${body()} `, number.appSecret)),
        await raw(body(), sign(body(), number.appSecret).replace("sha256=", "sha1=")),
        await raw(body(), ""),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
      for (const answer of answers) expect(errorOf(answer).code).toBe("bad-signature");
    });

    it("gets 400 when it is no JSON, though well signed", async () => {
      for (const text of ["{", "hola", ""]) {
        const answer = await raw(text, sign(text, number.appSecret));
        expect([text, answer.status]).toEqual([text, 400]);
        expect(errorOf(answer).code).toBe("not-json");
      }
    });

    it("gets 413 over 4 MiB and 200 just under, though well signed", async () => {
      const padded = (bytes: number) => {
        const small = JSON.stringify({ object: "whatsapp_business_account", entry: [], pad: "" });
        return small.replace('"pad":""', `"pad":"${"x".repeat(bytes - small.length)}"`);
      };
      const over = padded(4 * 1024 * 1024 + 1);
      const answer = await raw(over, sign(over, number.appSecret));
      expect(answer.status).toBe(413);
      expect(errorOf(answer).code).toBe("too-large");
      const under = padded(4 * 1024 * 1024);
      expect((await raw(under, sign(under, number.appSecret))).status).toBe(200);
    });

    it("leaves no message behind", async () => {
      await product.untilQuiet();
      expect(await count("FROM inbox_events WHERE external_id = '34622000002'")).toBe(0);
      expect(spoken("34622000002")).toEqual([]);
    });

    it("is in the webhook log when it was refused, with the reason", async () => {
      const { items } = await product.api<{
        items: { signature: string; httpStatus: number; error: string }[];
      }>("GET", "/webhook-log?state=refused&limit=200");
      const kinds = new Set(items.map(({ signature, httpStatus }) => `${signature} ${httpStatus}`));
      expect([...kinds].sort()).toEqual(expect.arrayContaining(["bad 401", "missing 401", "ok 400"]));
      for (const { error } of items) expect(error).not.toBe("");
    });
  });

  it("answers 200 to a number that nobody connected, keeps the delivery, and shows it quarantined", async () => {
    const body = textDelivery({ platformId: "999000999" }, "34622000003", "wamid.stranger", "vamos");
    expect((await raw(body, sign(body, number.appSecret))).status).toBe(200);
    const { items } = await product.api<{
      items: { state: string; error: string; body: string; signature: string }[];
    }>("GET", "/webhook-log?state=quarantined");
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ state: "quarantined", signature: "ok", httpStatus: 200 });
    expect(items[0]?.error).toMatch(/999000999/);
    expect(JSON.parse(items[0]?.body ?? "")).toEqual(JSON.parse(body));
    await product.untilQuiet();
    expect(spoken("34622000003")).toEqual([]);
  });
});
