/** A request tried out from its form: sent as the flow would, guarded, masked, counted. */
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { MAX_ANSWER_BYTES } from "../../server/src/net/guarded-fetch.ts";
import { useApp } from "../support/app.ts";

const app = useApp({ HILO_ALLOW_PRIVATE_HOSTS: "127.0.0.1" });

interface Hit {
  line: string;
  headers: IncomingMessage["headers"];
  body: string;
}
let stub: Server;
let port = 0;
let hits: Hit[] = [];
let key = "";

async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

beforeAll(async () => {
  stub = createServer(async (req, res) => {
    const body = await bodyOf(req);
    hits.push({ line: `${req.method} ${req.url}`, headers: req.headers, body });
    res.setHeader("content-type", "application/json");
    switch (req.url?.split("?")[0]) {
      case "/order":
        return res.setHeader("x-left", "9").end('{"status":"on its way","items":[{"name":"tea"}]}');
      case "/echo":
        return res.setHeader("x-echo", String(req.headers.authorization)).end(JSON.stringify(req.headers));
      case "/redirect":
        return res.writeHead(302, { location: "/order" }).end();
      case "/broken":
        return res.end("{");
      case "/refuses":
        return res.writeHead(422).end('{"why":"no such order"}');
      case "/big":
        return res.end("x".repeat(MAX_ANSWER_BYTES + 1));
      case "/nearly-big":
        return res.end("x".repeat(MAX_ANSWER_BYTES));
      default:
        return undefined;
    }
  });
  await new Promise<void>((resolve) => stub.listen(0, "127.0.0.1", resolve));
  port = (stub.address() as AddressInfo).port;
});
afterAll(() => {
  stub.closeAllConnections();
  stub.close();
});
beforeEach(async () => {
  hits = [];
  // Each test is another caller, whose tries are counted apart.
  key = await app.keyFor("editor");
});

const tryIt = (path: string, more: object = {}, as = key) =>
  app.call("POST", "/requests/try", {
    key: as,
    body: {
      method: "GET",
      url: path.startsWith("/") ? `http://127.0.0.1:${port}${path}` : path,
      headers: {},
      timeoutMs: 5_000,
      ...more,
    },
  });

const storeSecret = async (name: string, value: string) => {
  const owner = await app.keyFor("owner");
  const stored = await app.call("POST", "/secrets", { key: owner, body: { name, value } });
  expect(stored.status).toBeLessThan(300);
};

describe("an answer", () => {
  it("is shown with its status, headers, body and how long it took", async () => {
    const { status, json } = await tryIt("/order?n=17", {
      method: "POST",
      headers: { "X-Own": "yes" },
      body: '{"n":17}',
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({ error: null, status: 200 });
    expect(JSON.parse(json.body)).toEqual({ status: "on its way", items: [{ name: "tea" }] });
    expect(json.headers).toMatchObject({ "x-left": "9", "content-type": "application/json" });
    expect(json.durationMs).toBeGreaterThanOrEqual(0);
    expect(hits).toMatchObject([
      {
        line: "POST /order?n=17",
        headers: { "x-own": "yes", "content-type": "application/json" },
        body: '{"n":17}',
      },
    ]);
  });

  it.each([
    ["/refuses", 422, "http-status", '{"why":"no such order"}'],
    ["/redirect", 302, "http-status", ""],
    ["/broken", 200, "bad-json", "{"],
  ])("of %s is what the flow would be told, and one try is enough", async (path, status, code, body) => {
    const { json } = await tryIt(path);
    expect(json).toMatchObject({ status, error: { code }, body });
    expect(hits).toHaveLength(1);
  });

  it("may be as long as a flow may read, and no longer", async () => {
    expect((await tryIt("/nearly-big")).json.body).toHaveLength(MAX_ANSWER_BYTES);
    const { json } = await tryIt("/big");
    expect(json).toMatchObject({ status: null, body: "", error: { code: "network" } });
    expect(json.error.message).toContain("over 256 KiB");
  });

  it("that does not come in time is given up", async () => {
    const { json } = await tryIt("/hangs", { timeoutMs: 150 });
    expect(json).toMatchObject({ status: null, error: { code: "timeout" } });
    expect(json.durationMs).toBeGreaterThanOrEqual(140);
    expect(json.durationMs).toBeLessThan(5_000);
  });
});

describe("what is refused", () => {
  it.each([
    "http://127.0.0.2:1/",
    "http://10.0.0.1/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "http://user:word@example.org/",
  ])("is %s", async (url) => {
    const { json } = await tryIt(url);
    expect(json).toMatchObject({ status: null, error: { code: "address-refused" } });
  });

  it("is a header that would end the request and begin another", async () => {
    const { json } = await tryIt("/order", { headers: { "X-A": "a\r\nX-B: b" } });
    expect(json.error).not.toBeNull();
    expect(hits).toEqual([]);
  });

  it.each(["viewer", "agent"] as const)("is a %s, who may not write flows", async (role) => {
    expect((await tryIt("/order", {}, await app.keyFor(role))).status).toBe(403);
    expect(hits).toEqual([]);
  });

  it("is the thirty-first request in a minute, of this caller alone", async () => {
    const answers = await Promise.all(Array.from({ length: 31 }, () => tryIt("/order")));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(30).fill(200), 429]);
    expect(answers.find(({ status }) => status === 429)?.json.error).toMatchObject({ code: "rate-limited" });
    expect((await tryIt("/order", {}, await app.keyFor("editor"))).status).toBe(200);
  });
});

describe("a secret", () => {
  const VALUE = 'sh"op/key-é1';

  it("is sent by its name and masked in whatever comes back of it", async () => {
    await storeSecret("plain", "tok-12345");
    const { text, json } = await tryIt("/echo", { auth: { kind: "bearer", secret: "plain" } });
    expect(hits[0]?.headers.authorization).toBe("Bearer tok-12345");
    expect(text).not.toContain("tok-12345");
    expect(json.headers["x-echo"]).toBe("Bearer ••••••");
    expect(JSON.parse(json.body).authorization).toBe("Bearer ••••••");
  });

  it("is masked as Basic and in a header of its own", async () => {
    await storeSecret("basic", `ana:${VALUE}`);
    const basic = await tryIt("/echo", { auth: { kind: "basic", secret: "basic" } });
    const sent = hits[0]?.headers.authorization?.replace("Basic ", "") ?? "";
    expect(Buffer.from(sent, "base64").toString()).toBe(`ana:${VALUE}`);
    expect(basic.text).not.toContain(sent);
    await storeSecret("own", "word");
    const own = await tryIt("/echo", { auth: { kind: "header", name: "X-Api-Key", secret: "own" } });
    expect(hits[1]?.headers["x-api-key"]).toBe("word");
    expect(JSON.parse(own.json.body)["x-api-key"]).toBe("••••••");
  });

  it("of another workspace is none, and nothing is sent", async () => {
    await storeSecret("ours", "tok-12345");
    const { key: stranger } = await app.stranger();
    const { json } = await tryIt("/echo", { auth: { kind: "bearer", secret: "ours" } }, stranger);
    expect(json).toMatchObject({ status: null, error: { code: "secret-missing" } });
    expect(hits).toEqual([]);
  });

  it("leaves a note of who used it, without what it holds", async () => {
    await storeSecret("noted", "tok-noted");
    await tryIt("/order");
    await tryIt("/order", { auth: { kind: "bearer", secret: "noted" } });
    const notes = await app.app.runtime.prisma.auditLog.findMany({
      where: { targetId: "noted" },
      omit: { id: true },
    });
    expect(notes).toMatchObject([{ action: "request-tried", targetType: "secret", actorType: "api-key" }]);
    expect(JSON.stringify(notes)).not.toContain("tok-noted");
  });
});
