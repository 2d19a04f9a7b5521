/** The faults of webhook input, 50 to 72, each against the real server on a real database. The reason for its length: one server serves all of its tables. */
import { createHmac } from "node:crypto";
import net, { type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLimitedServer } from "../../server/src/http/limited-server.ts";
import { useApp } from "../support/app.ts";
import { useTestDatabase } from "../support/database.ts";
import { postSigned, textBody } from "../support/graph-stand-in.ts";
import { TestServer } from "../support/graph-stand-in-server.ts";
import { HELLO, InboundWorld, seconds } from "../support/inbound-world.ts";

const db = useTestDatabase();
const product = useApp();
let world: InboundWorld;
beforeAll(async () => {
  world = await InboundWorld.start(db);
});
afterAll(() => world.stop());

const url = (server: { url: string } = world.server) => `${server.url}/api/webhooks/meta`;
const hmac = (body: Buffer | string, secret: string, algorithm = "sha256") =>
  createHmac(algorithm, secret).update(body).digest("hex");
const PHONE = "573001112233";

async function post(
  body: Buffer | string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(url(), {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: new Uint8Array(Buffer.from(body)),
  });
  return { status: answer.status, text: await answer.text() };
}

const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  (await world.rows(`SELECT count(*)::int AS n FROM ${sql}`, ...values))[0].n;

describe("the same and many", () => {
  test("fault 50: one webhook a thousand times, at four servers at once, is one row and one step", async () => {
    const channel = await world.channel();
    await world.publish(channel, HELLO);
    const others = await Promise.all(
      Array.from({ length: 3 }, () => TestServer.start({ pool: db.pool, prisma: db.prisma })),
    );
    const body = textBody(channel.platformId, PHONE, "wamid.f50", "hola");
    const servers = [world.server, ...others];
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => postSigned(url(servers[n % 4]), channel.appSecret, body)),
    );
    expect(new Set(answers)).toEqual(new Set([200]));
    await world.drain();
    for (const server of others) await server.stop();
    expect(await count("inbox_events WHERE channel_id = $1", channel.channelId)).toBe(1);
    expect(await world.chat(channel)).toEqual(["customer: hola", "bot: HOLA"]);
  });

  test("fault 51: messages are worked on in the order they came, whatever the platform's clock says", async () => {
    const orders = permutations([0, 1, 2, 3, 4]);
    const channel = await world.channel();
    const entry = orders.flatMap((order, who) =>
      order.map((n) => ({
        id: "900",
        changes: [
          {
            field: "messages",
            value: {
              metadata: { phone_number_id: channel.platformId },
              messages: [
                {
                  from: `5730100${String(who).padStart(5, "0")}`,
                  id: `wamid.${who}.${n}`,
                  timestamp: seconds(n * 1_000),
                  type: "text",
                  text: { body: String(n) },
                },
              ],
            },
          },
        ],
      })),
    );
    await world.post(channel, { object: "whatsapp_business_account", entry });
    const chats = await world.rows(
      `SELECT c.external_id, string_agg(m.text, '' ORDER BY m.seq) AS said, bool_and(m.provider_at IS NOT NULL) AS timed
         FROM messages m JOIN conversations c ON c.id = m.conversation_id WHERE m.channel_id = $1 GROUP BY 1 ORDER BY 1`,
      channel.channelId,
    );
    expect(chats.map(({ said }) => said)).toEqual(orders.map((order) => order.join("")));
    expect(chats.every(({ timed }) => timed)).toBe(true);
  });

  test("fault 52: of two quick messages the second is the answer to the next question", async () => {
    const channel = await world.channel();
    await world.publish(channel, {
      ...HELLO,
      nodes: [
        { id: "n1", type: "ask", data: { text: "¿Nombre?", kind: "text", saveAs: "nombre" } },
        { id: "n2", type: "ask", data: { text: "¿Ciudad?", kind: "text", saveAs: "ciudad" } },
        { id: "n3", type: "text", data: { text: "{{ nombre }} de {{ ciudad }}" } },
      ],
      edges: [
        { id: "e0", source: "start", target: "n1" },
        { id: "e1", source: "n1", target: "n2" },
        { id: "e2", source: "n2", target: "n3" },
      ],
    });
    await world.says(channel, PHONE, "wamid.f52a", "hola");
    const message = (id: string, body: string) => ({
      from: PHONE,
      id,
      timestamp: seconds(),
      type: "text",
      text: { body },
    });
    await world.whatsapp(channel, {
      messages: [message("wamid.f52b", "Ana"), message("wamid.f52c", "Cali")],
    });
    expect((await world.chat(channel)).at(-1)).toBe("bot: Ana de Cali");
  });

  test("fault 53: ten pictures at once are one conversation with ten of them", async () => {
    const channel = await world.channel();
    const bodies = Array.from({ length: 10 }, (_, n) => ({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "900",
          changes: [
            {
              field: "messages",
              value: {
                metadata: { phone_number_id: channel.platformId },
                messages: [
                  {
                    from: PHONE,
                    id: `wamid.f53.${n}`,
                    timestamp: seconds(),
                    type: "image",
                    image: { id: `media-${n}` },
                  },
                ],
              },
            },
          ],
        },
      ],
    }));
    const answers = await Promise.all(bodies.map((body) => postSigned(url(), channel.appSecret, body)));
    expect(new Set(answers)).toEqual(new Set([200]));
    await world.drain();
    expect(await world.conversations(channel)).toHaveLength(1);
    expect(
      await count("messages WHERE channel_id = $1 AND content ->> 'type' = 'media'", channel.channelId),
    ).toBe(10);
  });

  test("fault 54: a thousand entries of 300 people on two numbers are stored and applied, none twice", async () => {
    const one = await world.channel({ appSecret: "both" });
    const two = await world.channel({ appSecret: "both", workspaceId: one.workspaceId });
    const entry = Array.from({ length: 1_000 }, (_, n) => ({
      id: "900",
      changes: [
        {
          field: "messages",
          value: {
            metadata: { phone_number_id: (n % 2 === 0 ? one : two).platformId },
            messages: [
              {
                from: `57302${String(n % 300).padStart(7, "0")}`,
                id: `wamid.f54.${n}`,
                timestamp: seconds(),
                type: "text",
                text: { body: `${n}` },
              },
            ],
          },
        },
      ],
    }));
    const body = { object: "whatsapp_business_account", entry };
    for (let turn = 0; turn < 2; turn++) await world.post(one, body);
    const channels = [one.channelId, two.channelId];
    expect(await count("inbox_events WHERE channel_id = ANY ($1) AND state = 'done'", channels)).toBe(1_000);
    expect(await count("messages WHERE channel_id = ANY ($1)", channels)).toBe(1_000);
    // 300 people, each on one number: 150 of them even, 150 odd.
    expect(await count("conversations WHERE channel_id = ANY ($1)", channels)).toBe(300);
    expect(await count("contacts WHERE workspace_id = $1", one.workspaceId)).toBe(300);
  });

  test("fault 57: a delivery of a year ago, sent again, makes no second step", async () => {
    const channel = await world.channel();
    await world.publish(channel, HELLO);
    const message = {
      from: PHONE,
      id: "wamid.f57",
      timestamp: seconds(),
      type: "text",
      text: { body: "hola" },
    };
    await world.whatsapp(channel, { messages: [message] });
    // Erased since, and a year old: only its hash is left.
    await world.rows(
      "UPDATE inbox_events SET received_at = now() - interval '1 year', payload = NULL, external_id = '' WHERE channel_id = $1",
      channel.channelId,
    );
    await world.whatsapp(channel, { messages: [message] });
    expect(await world.chat(channel)).toEqual(["customer: hola", "bot: HOLA"]);
  });
});

describe("bad among good", () => {
  test("fault 55: whatever one entry is replaced by, the others are taken and it alone is set aside", async () => {
    const strange = [
      null,
      7,
      "x",
      [],
      {},
      { changes: 1 },
      { id: "900" },
      { id: {}, changes: [] },
      { id: "900", changes: [{ field: "messages", value: { metadata: {} } }] },
    ];
    for (const [n, bad] of strange.entries()) {
      const channel = await world.channel();
      const good = (id: string) =>
        (textBody(channel.platformId, PHONE, id, id) as { entry: unknown[] }).entry[0];
      await world.post(channel, {
        object: "whatsapp_business_account",
        entry: [good(`wamid.a${n}`), bad, good(`wamid.b${n}`)],
      });
      expect(await world.chat(channel)).toEqual([`customer: wamid.a${n}`, `customer: wamid.b${n}`]);
      expect(
        await count("inbox_events WHERE workspace_id = $1 AND state = 'quarantined'", channel.workspaceId),
      ).toBe(1);
    }
  });

  test("fault 56: types, fields and objects of the future are kept as they came, and shown", async () => {
    const channel = await world.channel();
    await world.says(channel, PHONE, "wamid.f56", "", { type: "hologram", hologram: { depth: 3 } });
    expect(await world.chat(channel)).toEqual(["customer: [hologram]"]);
    await world.whatsapp(channel, { dreams: [1] }, "dreams");
    const kept = await world.rows(
      "SELECT state, payload FROM inbox_events WHERE channel_id = $1 AND kind = 'other'",
      channel.channelId,
    );
    expect(kept).toMatchObject([
      { state: "ignored", payload: { field: "dreams", raw: { value: { dreams: [1] } } } },
    ]);
  });

  test("fault 61: a number of another tenant in a well signed body is set aside, and its owner sees nothing", async () => {
    const mine = await world.channel();
    const theirs = await world.channel();
    await world.post(mine, textBody(theirs.platformId, PHONE, "wamid.f61", "hola"));
    expect(await world.conversations(theirs)).toEqual([]);
    expect(await count("inbox_events WHERE workspace_id = $1", theirs.workspaceId)).toBe(0);
    expect(
      await count("inbox_events WHERE workspace_id = $1 AND state = 'quarantined'", mine.workspaceId),
    ).toBe(1);
  });
});

describe("signatures", () => {
  test("fault 59, fault 60: only the exact signature by the right secret is let in, and the answer does not tell it", async () => {
    const channel = await world.channel();
    const other = await world.channel();
    const body = JSON.stringify(textBody(channel.platformId, PHONE, "wamid.f59", "hola"));
    const right = hmac(body, channel.appSecret);
    const table: [string, Record<string, string>][] = [
      ["missing", {}],
      ["wrong", { "x-hub-signature-256": `sha256=${"0".repeat(64)}` }],
      ["short", { "x-hub-signature-256": `sha256=${right.slice(0, 20)}` }],
      ["upper case", { "x-hub-signature-256": `sha256=${right.toUpperCase()}` }],
      ["SHA-1 alone", { "x-hub-signature": `sha1=${hmac(body, channel.appSecret, "sha1")}` }],
      ["of another app", { "x-hub-signature-256": `sha256=${hmac(body, "another-app")}` }],
    ];
    for (const [name, headers] of table) {
      const { status, text } = await post(body, headers);
      expect(status, name).toBe(401);
      expect(text, name).not.toContain(right);
    }
    // Another workspace's secret is a right signature; it speaks for that workspace alone.
    expect(
      (await post(body, { "x-hub-signature-256": `sha256=${hmac(body, other.appSecret)}` })).status,
    ).toBe(200);
    expect(await count("inbox_events WHERE channel_id = $1", channel.channelId)).toBe(0);
  });

  test("fault 62: a body changed by one byte, or written anew, does not pass", async () => {
    const channel = await world.channel();
    const text = JSON.stringify(textBody(channel.platformId, PHONE, "wamid.f62", "año 🙂 @ / <b>"));
    const body = Buffer.from(text.replaceAll("@", "\\u0040").replaceAll("/", "\\/"));
    const signature = { "x-hub-signature-256": `sha256=${hmac(body, channel.appSecret)}` };
    await fc.assert(
      fc.asyncProperty(fc.nat(body.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(body);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect((await post(changed, signature)).status).toBe(401);
      }),
      { numRuns: 60 },
    );
    expect((await post(JSON.stringify(JSON.parse(body.toString())), signature)).status).toBe(401);
    expect((await post(body, signature)).status).toBe(200);
  });
});

describe("bodies", () => {
  const signed = (body: Buffer | string, secret: string) => ({
    "x-hub-signature-256": `sha256=${hmac(body, secret)}`,
  });

  test("fault 63: too much is 413 and the socket is closed; a gzip bomb is not unpacked", async () => {
    const chunk = `${(1024 * 1024).toString(16)}\r\n${"x".repeat(1024 * 1024)}\r\n`;
    expect(await raw(`${POST}transfer-encoding: chunked\r\n\r\n${chunk.repeat(6)}`)).toMatch(
      /^HTTP\/1.1 413 /,
    );
    expect(await raw(`${POST}content-length: ${5 * 1024 * 1024}\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /);
    const channel = await world.channel();
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const before = process.memoryUsage().arrayBuffers;
    expect(
      (await post(bomb, { ...signed(bomb, channel.appSecret), "content-encoding": "gzip" })).status,
    ).toBe(415);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20 * 1024 * 1024);
  });

  test("fault 65: any bytes at all are answered without an exception", async () => {
    const channel = await world.channel();
    const body = Buffer.from(JSON.stringify(textBody(channel.platformId, PHONE, "wamid.f65", "MARK")));
    const at = body.indexOf("MARK");
    const samples = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 40 }), { numRuns: 300, seed: 65 });
    const special = [
      [0xef, 0xbb, 0xbf],
      [0x00],
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
      [0xf4, 0x90, 0x80, 0x80],
    ].map((bytes) => Uint8Array.from(bytes));
    for (const bytes of [...special, ...samples]) {
      for (const changed of [
        Buffer.concat([body.subarray(0, at), bytes, body.subarray(at + 4)]),
        Buffer.from(bytes),
      ]) {
        expect([200, 400]).toContain((await post(changed, signed(changed, channel.appSecret))).status);
        expect((await post(changed, signed(changed, "forged"))).status).toBe(401);
      }
    }
    await world.drain();
    expect(
      await postSigned(url(), channel.appSecret, textBody(channel.platformId, PHONE, "wamid.f65b", "hola")),
    ).toBe(200);
  });

  test("fault 66: 200,000 levels are refused before anything walks through them", async () => {
    const channel = await world.channel();
    for (const [open, close] of [
      ["[", "]"],
      ['{"a":', "}"],
    ]) {
      const deep = `${open?.repeat(200_000)}1${close?.repeat(200_000)}`;
      expect(await postSigned(url(), channel.appSecret, deep)).toBe(400);
    }
  });

  test("fault 67: many keys, doubled keys and huge numbers are read by fixed rules", async () => {
    const channel = await world.channel();
    const keys = `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":1`).join(",")}}`;
    expect(
      await postSigned(
        url(),
        channel.appSecret,
        `{"object":"whatsapp_business_account","entry":[],"x":${keys}}`,
      ),
    ).toBe(200);
    const message = JSON.stringify(textBody(channel.platformId, PHONE, "wamid.f67", "primero"));
    const doubled = message.replace(
      '"body":"primero"',
      '"body":"primero","body":"segundo","n":1e400,"m":123456789012345678901234567890',
    );
    expect(await postSigned(url(), channel.appSecret, doubled)).toBe(200);
    await world.drain();
    expect(await world.chat(channel)).toEqual(["customer: segundo"]);
  });

  test("fault 68: keys that reach a prototype reach none", async () => {
    const channel = await world.channel();
    const text = JSON.stringify(textBody(channel.platformId, PHONE, "wamid.f68", "hola"));
    for (const key of [
      '"__proto__":{"polluted":1}',
      '"\\u005f_proto__":{"polluted":1}',
      '"constructor":{"prototype":{"polluted":1}}',
    ]) {
      const body = text.replace('"type":"text"', `${key},"type":"text"`);
      expect(await postSigned(url(), channel.appSecret, body)).toBe(200);
    }
    await world.drain();
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(await world.chat(channel)).toEqual(["customer: hola"]);
  });

  test("fault 69: only JSON is taken", async () => {
    const types = [
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "text/plain",
      "text/xml",
      "application/xml",
      "application/octet-stream",
      "application/jsonx",
      "text/html",
    ];
    for (const type of types) expect((await post("{}", { "content-type": type })).status, type).toBe(415);
    const channel = await world.channel();
    for (const type of ["application/json", "application/json; charset=utf-8", "Application/JSON"]) {
      const body = JSON.stringify(textBody(channel.platformId, PHONE, `wamid.f69.${type}`, "hola"));
      expect(
        (await post(body, { ...signed(body, channel.appSecret), "content-type": type })).status,
        type,
      ).toBe(200);
    }
  });
});

describe("addresses and connections", () => {
  test("fault 70, fault 71: the challenge is given for the right token only, as plain text; doubled and nested parameters fool nobody", async () => {
    const channel = await world.channel();
    const [{ token }] = [{ token: `verify-${channel.appSecret.replace("secret-", "")}` }];
    const ask = (query: string) => fetch(`${url()}?${query}`);
    const good = `hub.mode=subscribe&hub.verify_token=${token}`;
    const answer = await ask(`${good}&hub.challenge=${encodeURIComponent("<script>alert(1)</script>")}`);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const wrong = [
      "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
      `hub.mode=subscribe&hub.challenge=1&hub.verify_token[]=${token}`,
      `hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong&hub.verify_token=${token}`,
      `hub[mode]=subscribe&hub[challenge]=1&hub[verify_token]=${token}`,
    ];
    for (const query of wrong) expect((await ask(query)).status, query).toBe(403);
    expect((await ask(`${good}&hub.challenge=1158201444`)).status).toBe(200);
  });

  test("fault 72: a request with two lengths, or with headers beyond measure, is refused before any route", async () => {
    const smuggled = `${POST}content-length: 6\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nX`;
    expect(await raw(smuggled, product.url)).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw(`${POST}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`, product.url)).toMatch(
      /^HTTP\/1.1 400 /,
    );
    expect(await raw(`${POST}x: ${"a".repeat(64 * 1024)}\r\n\r\n`, product.url)).toMatch(/^HTTP\/1.1 431 /);
  });

  test("fault 64: five hundred callers who never end their headers are cut off", async () => {
    const server = createLimitedServer({ headersMs: 100, requestMs: 200, checkEveryMs: 20 });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const slow = await Promise.all(Array.from({ length: 500 }, () => dripping(`http://127.0.0.1:${port}`)));
    const answers = await Promise.all(slow.map(lastWords));
    for (const answer of answers) expect(answer).toMatch(/^(HTTP\/1.1 408 |$)/);
    await new Promise((resolve) => server.close(resolve));
  });

  test("fault 64: meanwhile the server answers everybody else", async () => {
    const slow = await Promise.all(Array.from({ length: 500 }, () => dripping(product.url)));
    const answer = await fetch(`${product.url}/api/webhooks/meta`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    expect([401, 503]).toContain(answer.status);
    for (const socket of slow) socket.destroy();
  });
});

const POST = "POST /api/webhooks/meta HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

/** Sends bytes as they are; what came back until the server closed the connection. */
function raw(request: string, base = world.server.url): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base);
    const socket = net.connect(Number(port), hostname);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.on("close", () => resolve(received));
    socket.on("error", () => (received ? resolve(received) : reject(new Error("closed without an answer"))));
    socket.write(request);
  });
}

/** What a connection says until it is closed. */
function lastWords(socket: net.Socket): Promise<string> {
  return new Promise((resolve) => {
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString();
    });
    socket.on("close", () => resolve(received));
    socket.on("error", () => undefined);
  });
}

/** A caller that begins its headers and goes no further. */
function dripping(base: string): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const { port, hostname } = new URL(base);
    const socket = net.connect(Number(port), hostname, () => {
      socket.write("POST /api/webhooks/meta HTTP/1.1\r\nhost: x\r\n", () => resolve(socket));
    });
    socket.on("error", reject);
  });
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
