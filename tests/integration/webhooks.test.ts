/** Webhooks over real HTTP into a real database: who is let in, what is kept, and nothing twice. The reason for its length: one server serves all of its tables. */
import { createHmac } from "node:crypto";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { retryDelivery } from "../../server/src/inbox/retry-delivery.ts";
import { useTestDatabase } from "../support/database.ts";
import { postSigned, textBody, webhookBody } from "../support/graph-stand-in.ts";
import { createChannel, type TestChannel, TestServer } from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
const APP_SECRET = "the-app-secret";
let server: TestServer;
let channel: TestChannel;

beforeAll(async () => {
  server = await TestServer.start({
    pool: db.pool,
    prisma: db.prisma,
    appSecret: APP_SECRET,
    verifyToken: "app-token",
  });
  channel = await createChannel(server);
});
afterAll(() => server.stop());

const url = (path = "/api/webhooks/whatsapp") => `${server.url}${path}`;
const hmac = (body: Buffer | string, secret: string, algorithm = "sha256") =>
  createHmac(algorithm, secret).update(body).digest("hex");

async function post(body: Buffer | string, headers: Record<string, string>, path?: string): Promise<number> {
  const answer = await fetch(url(path), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  await answer.arrayBuffer();
  return answer.status;
}

async function inbox(where = "true", values: unknown[] = []) {
  const { rows } = await db.pool.query(`SELECT * FROM inbox_events WHERE ${where} ORDER BY id`, values);
  return rows;
}

describe("signature", () => {
  const body = (id: string) => JSON.stringify(textBody(channel.platformId, "573001112233", id, "hola ñ 🙂"));

  test("only the exact lower-case SHA-256 of the exact bytes by the right secret is let in", async () => {
    const text = body("wamid.sig");
    const right = hmac(text, channel.appSecret);
    const table: [string, string | undefined, string][] = [
      ["missing", undefined, text],
      ["empty", "", text],
      ["without prefix", right, text],
      ["upper case", `sha256=${right.toUpperCase()}`, text],
      ["too short", `sha256=${right.slice(0, 63)}`, text],
      ["too long", `sha256=${right}0`, text],
      ["SHA-1", `sha1=${hmac(text, channel.appSecret, "sha1")}`, text],
      ["another secret", `sha256=${hmac(text, "other")}`, text],
      ["one byte changed", `sha256=${right}`, text.replace("hola", "holb")],
      ["written anew with escapes", `sha256=${right}`, text.replace("ñ", "\\u00f1")],
      ["white space added", `sha256=${right}`, `${text} `],
    ];
    for (const [name, signature, sent] of table) {
      const headers: Record<string, string> =
        signature === undefined ? {} : { "x-hub-signature-256": signature };
      expect(await post(sent, headers), name).toBe(401);
    }
    expect(await inbox("payload::text LIKE '%wamid.sig%'")).toHaveLength(0);
    expect(await post(text, { "x-hub-signature-256": `sha256=${right}` })).toBe(200);
    expect(await inbox("payload::text LIKE '%wamid.sig%'")).toHaveLength(1);
  });

  test("bytes that Meta escapes are verified as they came and read as text", async () => {
    const text = body("wamid.escaped")
      .replaceAll("ñ", "\\u00f1")
      .replaceAll("🙂", "\\ud83d\\ude42")
      .replaceAll("/", "\\/");
    expect(await postSigned(url(), channel.appSecret, text)).toBe(200);
    const [row] = await inbox("payload::text LIKE '%wamid.escaped%'");
    expect(row.payload.content).toEqual({ type: "text", text: "hola ñ 🙂" });
  });

  test("refused deliveries are noted with at most 2 KB of their body", async () => {
    await post("x".repeat(10_000), {});
    await server.receiver.idle();
    const { rows } = await db.pool.query(
      "SELECT state, signature, http_status, octet_length(body) AS bytes FROM webhook_log WHERE state = 'refused' ORDER BY id DESC LIMIT 1",
    );
    expect(rows).toEqual([{ state: "refused", signature: "missing", http_status: 401, bytes: 2_048 }]);
  });

  test("a secret of one channel does not speak for another channel", async () => {
    const other = await createChannel(server);
    expect(
      await postSigned(
        url(),
        other.appSecret,
        textBody(channel.platformId, "573009999999", "wamid.foreign", "hi"),
      ),
    ).toBe(200);
    const rows = await inbox("payload::text LIKE '%wamid.foreign%'");
    expect(rows).toMatchObject([{ state: "quarantined", workspace_id: other.workspaceId, kind: "other" }]);
  });

  test("a channel without its own secret trusts the app's", async () => {
    const plain = await createChannel(server, { appSecret: null });
    expect(
      await postSigned(
        url("/api/webhooks/meta"),
        APP_SECRET,
        textBody(plain.platformId, "57300", "wamid.app", "hi"),
      ),
    ).toBe(200);
    expect(await inbox("channel_id = $1", [plain.channelId])).toMatchObject([
      { state: "pending", kind: "message" },
    ]);
  });

  test("a channel made a moment ago is known at once", async () => {
    await server.directory.current();
    const fresh = await createChannel(server);
    expect(
      await postSigned(url(), fresh.appSecret, textBody(fresh.platformId, "57300", "wamid.fresh", "hi")),
    ).toBe(200);
    expect(await inbox("channel_id = $1", [fresh.channelId])).toHaveLength(1);
  });
});

describe("verification", () => {
  const verify = (query: string) => fetch(`${url()}?${query}`);

  test("the right token gets the challenge back as plain text, from a channel or the environment", async () => {
    for (const token of ["app-token", "verify-1"]) {
      const answer = await verify(`hub.mode=subscribe&hub.challenge=0012%3Cb%3E&hub.verify_token=${token}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(await answer.text()).toBe("0012<b>");
    }
  });

  test("anything else is forbidden", async () => {
    const queries = [
      "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
      "hub.mode=subscribe&hub.challenge=1",
      "hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
      "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=app-token",
      "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong&hub.verify_token=app-token",
      "hub[mode]=subscribe&hub[challenge]=1&hub[verify_token]=app-token",
      "",
    ];
    for (const query of queries) expect((await verify(query)).status, query).toBe(403);
  });
});

describe("bodies", () => {
  test("what is not JSON, nests absurdly, is too large or is a form is refused", async () => {
    expect(await postSigned(url(), channel.appSecret, "{not json")).toBe(400);
    expect(await postSigned(url(), channel.appSecret, "[".repeat(200_000))).toBe(400);
    expect(await postSigned(url(), channel.appSecret, `{"a":${"[".repeat(70)}${"]".repeat(70)}}`)).toBe(400);
    expect(await post("a=1", { "content-type": "application/x-www-form-urlencoded" })).toBe(415);
    expect((await fetch(url(), { method: "PUT" })).status).toBe(405);
  });

  test("more than 4 MiB gets 413 and the socket is closed, whatever Content-Length says", async () => {
    const announced = await rawPost(`content-length: ${5 * 1024 * 1024}\r\n`, "");
    expect(announced).toMatch(/^HTTP\/1.1 413 /);
    const chunk = `${(1024 * 1024).toString(16)}\r\n${"x".repeat(1024 * 1024)}\r\n`;
    const endless = await rawPost("transfer-encoding: chunked\r\n", chunk.repeat(6));
    expect(endless).toMatch(/^HTTP\/1.1 413 /);
  });

  test("a body just under the limit is taken", async () => {
    const body = textBody(channel.platformId, "573001112233", "wamid.large", "x".repeat(4_000_000));
    expect(await postSigned(url(), channel.appSecret, body)).toBe(200);
  });

  test("keys that reach a prototype are left out and pollute nothing", async () => {
    const text = JSON.stringify(
      webhookBody(channel.platformId, {
        messages: [{ from: "573001112233", id: "wamid.proto", type: "order", order: { a: 1 } }],
      }),
    ).replace('"a":1', '"__proto__":{"polluted":1},"\\u005f_proto__":{"polluted":1},"a":1');
    expect(await postSigned(url(), channel.appSecret, text)).toBe(200);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const [row] = await inbox("payload::text LIKE '%wamid.proto%'");
    expect(JSON.stringify(row.payload.content)).toBe('{"type":"order","order":{"a":1}}');
  });

  test("ids written as long bare numbers keep every digit", async () => {
    const change = '{"field":"ratings","value":{"rating_id":12345678901234567890}}';
    const text = `{"object":"page","entry":[{"id":98765432109876543210,"time":1,"changes":[${change}]}]}`;
    expect(await postSigned(url("/api/webhooks/facebook-page"), APP_SECRET, text)).toBe(200);
    const [row] = await inbox("payload::text LIKE '%1234567890123456789%'");
    expect(JSON.stringify(row.payload)).toContain('"12345678901234567890"');
  });

  test("NUL, half characters and invalid UTF-8 in signed bodies are kept, not stumbled over", async () => {
    const body = JSON.stringify(textBody(channel.platformId, "573001112233", "wamid.weird", "MARK"));
    expect(await postSigned(url(), channel.appSecret, body.replace("MARK", "a\\u0000b\\ud800c"))).toBe(200);
    const bytes = Buffer.concat([
      Buffer.from(body.replace("wamid.weird", "wamid.bytes").split("MARK")[0] ?? ""),
      Buffer.from([0xff, 0xc0]),
      Buffer.from(body.split("MARK")[1] ?? ""),
    ]);
    expect(await post(bytes, { "x-hub-signature-256": `sha256=${hmac(bytes, channel.appSecret)}` })).toBe(
      200,
    );
    expect(
      await inbox("payload::text LIKE '%wamid.weird%' OR payload::text LIKE '%wamid.bytes%'"),
    ).toHaveLength(2);
  });

  test("objects and fields nobody knows are kept and answered 200", async () => {
    expect(await postSigned(url("/api/webhooks/meta"), APP_SECRET, { object: "martian", entry: [] })).toBe(
      200,
    );
    const account = {
      object: "whatsapp_business_account",
      entry: [{ id: "77", changes: [{ field: "account_update", value: { event: "X" } }] }],
    };
    expect(await postSigned(url(), APP_SECRET, account)).toBe(200);
    expect(await inbox("payload::text LIKE '%account_update%'")).toMatchObject([
      { state: "ignored", kind: "other" },
    ]);
  });
});

describe("storing", () => {
  test("fifty identical deliveries at once make one row and one wake-up", async () => {
    const own = await createChannel(server);
    server.woken.length = 0;
    const body = textBody(own.platformId, "573001112233", "wamid.fifty", "hola");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => postSigned(url(), own.appSecret, body)),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await inbox("channel_id = $1", [own.channelId])).toHaveLength(1);
    expect(server.woken).toHaveLength(1);
    const { rows } = await db.pool.query("SELECT count(*)::int AS n FROM webhook_log WHERE channel_id = $1", [
      own.channelId,
    ]);
    expect(rows).toEqual([{ n: 50 }]);
  });

  test("two processes that store overlapping batches in opposite orders neither lose nor double nor block", async () => {
    const own = await createChannel(server);
    const second = await TestServer.start({ pool: db.pool, prisma: db.prisma, appSecret: APP_SECRET });
    const bodies = Array.from({ length: 60 }, (_, n) =>
      textBody(own.platformId, `57300${n % 7}000`, `wamid.two.${n}`, String(n)),
    );
    const answers = await Promise.all([
      ...bodies.map((body) => postSigned(url(), own.appSecret, body)),
      ...bodies
        .toReversed()
        .map((body) => postSigned(`${second.url}/api/webhooks/whatsapp`, own.appSecret, body)),
    ]);
    await second.stop();
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await inbox("channel_id = $1", [own.channelId])).toHaveLength(60);
  });

  test("messages of one delivery keep their order, and a bad entry does not hold up the good ones", async () => {
    const own = await createChannel(server);
    const message = (id: string) => ({
      from: "573001112233",
      id,
      timestamp: "1760000000",
      type: "text",
      text: { body: id },
    });
    const body = webhookBody(own.platformId, {
      messages: [
        message("wamid.z"),
        { from: { no: "way" }, type: 7 },
        message("wamid.a"),
        message("wamid.m"),
      ],
    });
    expect(await postSigned(url(), own.appSecret, body)).toBe(200);
    const rows = await inbox("workspace_id = $1", [own.workspaceId]);
    const stored = rows.filter((row) => row.kind === "message").map((row) => row.payload.platformMessageId);
    expect(stored).toEqual(["wamid.z", "wamid.a", "wamid.m"]);
    expect(rows.filter((row) => row.state === "quarantined")).toHaveLength(1);
    const { rows: logs } = await db.pool.query(
      "SELECT state, events FROM webhook_log WHERE workspace_id = $1",
      [own.workspaceId],
    );
    expect(logs).toEqual([{ state: "quarantined", events: 4 }]);
  });

  test("a delivery for two workspaces shows each only its own part", async () => {
    const one = await createChannel(server, { appSecret: "shared" });
    const two = await createChannel(server, { appSecret: "shared" });
    const parts = [
      textBody(one.platformId, "571111111", "wamid.one", "for one"),
      textBody(two.platformId, "572222222", "wamid.two", "for two"),
    ];
    const entry = parts.flatMap((part) => (part as { entry: unknown[] }).entry);
    expect(await postSigned(url(), "shared", { object: "whatsapp_business_account", entry })).toBe(200);
    const { rows } = await db.pool.query(
      "SELECT convert_from(body, 'UTF8') AS body FROM webhook_log WHERE workspace_id = $1",
      [two.workspaceId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].body).toContain("for two");
    expect(rows[0].body).not.toContain("for one");
  });

  test("messages for a channel that is connected later go on at a person's word, once", async () => {
    const secret = "soon";
    const first = await createChannel(server, { appSecret: secret });
    const later = { workspaceId: first.workspaceId, appSecret: secret, platformId: "7700077" };
    expect(
      await postSigned(url(), secret, textBody(later.platformId, "573001112233", "wamid.later", "hola")),
    ).toBe(200);
    const [kept] = await inbox("workspace_id = $1", [first.workspaceId]);
    expect(kept).toMatchObject({ state: "quarantined" });
    const retry = () =>
      retryDelivery(server.runtime, server.directory, first.workspaceId, kept.webhook_log_id);
    expect(await retry()).toBe(0);
    const channel = await createChannel(server, later);
    expect(await retry()).toBe(1);
    expect(await retry()).toBe(0);
    expect(await inbox("workspace_id = $1", [first.workspaceId])).toMatchObject([
      {
        state: "pending",
        kind: "message",
        channel_id: channel.channelId,
        external_id: "573001112233",
        error: null,
      },
    ]);
    // Meta's own repeat is the same message.
    expect(
      await postSigned(url(), secret, textBody(later.platformId, "573001112233", "wamid.later", "hola")),
    ).toBe(200);
    expect(await inbox("workspace_id = $1", [first.workspaceId])).toHaveLength(1);
    expect(server.woken.at(-1)?.[0]).toBe("drain");
  });

  test("a value the database refuses costs only its own delivery", async () => {
    const own = await createChannel(server);
    const good = Array.from({ length: 5 }, (_, n) =>
      textBody(own.platformId, "573001112233", `wamid.good.${n}`, "x"),
    );
    // A NUL in a text column, put in behind the parser's back.
    const bad = server.receiver.receive({
      receivedAt: new Date(),
      startedAt: 0,
      logs: [
        {
          workspaceId: own.workspaceId,
          channelId: own.channelId,
          platform: "whatsapp",
          signature: "ok",
          httpStatus: 200,
          body: Buffer.from("bad"),
          state: "stored",
          error: null,
          statuses: [],
          media: [],
          events: [
            {
              workspaceId: own.workspaceId,
              channelId: own.channelId,
              kind: "message",
              externalId: "a\u0000b",
              providerKey: Buffer.from("k"),
              payload: "{}",
              state: "pending",
              error: null,
              providerAt: null,
            },
          ],
        },
      ],
    });
    const answers = await Promise.all(good.map((body) => postSigned(url(), own.appSecret, body)));
    await bad;
    expect(answers).toEqual([200, 200, 200, 200, 200]);
    expect(await inbox("channel_id = $1", [own.channelId])).toHaveLength(5);
    const { rows } = await db.pool.query("SELECT state FROM webhook_log WHERE body = 'bad'::bytea");
    expect(rows).toEqual([{ state: "quarantined" }]);
  });

  test("without the database the answer is 503, never a false 200", async () => {
    const { default: pg } = await import("pg");
    const away = new pg.Pool({
      connectionString: "postgresql://127.0.0.1:1/none",
      connectionTimeoutMillis: 500,
    });
    const cut = await TestServer.start({ pool: away, prisma: db.prisma, appSecret: APP_SECRET });
    // It knew the channels before the database went away.
    Object.assign(cut.directory, server.directory);
    await server.directory.current();
    const answer = await postSigned(
      `${cut.url}/api/webhooks/whatsapp`,
      channel.appSecret,
      textBody(channel.platformId, "57300", "wamid.down", "x"),
    );
    expect(answer).toBe(503);
    await cut.stop();
    await away.end();
  });

  test("without any app secret the answer says what to set", async () => {
    const { prisma } = db;
    const bare = await TestServer.start({ pool: db.pool, prisma });
    await prisma.channel.updateMany({ data: { appSecret: null } });
    const answer = await fetch(`${bare.url}/api/webhooks/whatsapp`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${"0".repeat(64)}` },
      body: "{}",
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain("META_APP_SECRET");
    await bare.stop();
  });
});

/** Sends a raw request and returns what came back until the server closed the connection. */
function rawPost(header: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(server.url);
    const socket = net.connect(Number(port), hostname);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.on("close", () => resolve(received));
    // Cut off while still sending: what was received before is the answer.
    socket.on("error", () => (received ? resolve(received) : reject(new Error("closed without an answer"))));
    socket.write(`POST /api/webhooks/whatsapp HTTP/1.1\r\nhost: x\r\n${header}\r\n${body}`);
  });
}
