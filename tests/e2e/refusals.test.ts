/** What the product refuses and how it says so: settings, flows, callers, requests; what it tells about itself; how it stops. */
import { Agent, get } from "node:http";
import net from "node:net";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../support/product.ts";
import { startServer, until } from "../support/server-process.ts";
import { CONTRACT_EXAMPLE } from "../support/story-flows.ts";

let product: Product;
let editorKey = "";
let viewerKey = "";

beforeAll(async () => {
  product = await startProduct();
  const keyFor = async (role: string) =>
    (await product.api<{ key: string }>("POST", "/api-keys", { name: role, role })).key;
  [editorKey, viewerKey] = [await keyFor("editor"), await keyFor("viewer")];
});
afterAll(() => product?.stop());

interface Answer {
  status: number;
  json: { error: { code: string; message: string; issues?: Record<string, unknown>[] } } & Record<
    string,
    unknown
  >;
}

async function call(
  method: string,
  route: string,
  options: { key?: string; body?: unknown } = {},
): Promise<Answer> {
  const { key, body } = options;
  const answer = await fetch(`${product.server.url}/api/v1${route}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, json: JSON.parse((await answer.text()) || "null") };
}

describe("wrong settings", () => {
  /** What it prints when it gives up, line by line. */
  async function refusal(env: Record<string, string>): Promise<{ code: number | string; lines: string[] }> {
    const server = await startServer({ ENCRYPTION_KEY: "22".repeat(32), ...env }, { ready: false });
    const code = await server.exited;
    await server.stop();
    return { code, lines: server.output().trim().split("\n") };
  }

  it.each([
    ["PORT", "70000"],
    ["DATABASE_URL", "mysql://localhost/hilo"],
    ["REDIS_URL", "localhost:6379"],
    ["HILO_ROLE", "boss"],
    ["PUBLIC_URL", "chat.example.com"],
    ["GRAPH_API_URL", "ftp://graph.facebook.com"],
    ["GRAPH_API_VERSION", "25"],
    ["META_APP_ID", "my app"],
    ["ENCRYPTION_KEY", "secret"],
    ["LOG_LEVEL", "loud"],
    ["HILO_ALLOW_PRIVATE_HOSTS", "10.0.0.0/99"],
    ["METRICS_PORT", "-1"],
  ])("%s=%s stops the start with exit 1 and one sentence that names it", async (name, value) => {
    const { code, lines } = await refusal({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
    expect(code).toBe(1);
  });

  it("gives one sentence for each of several", async () => {
    const { code, lines } = await refusal({ HILO_ROLE: "boss", LOG_LEVEL: "loud", GRAPH_API_VERSION: "x" });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["HILO_ROLE", "GRAPH_API_VERSION", "LOG_LEVEL"]);
    expect(code).toBe(1);
  });

  it.each([
    [
      "a database that does not answer",
      () => ({ DATABASE_URL: "postgresql://127.0.0.1:1/none" }),
      /DATABASE_URL/,
    ],
    [
      "a database that does not exist",
      () => ({ DATABASE_URL: product.database.url.replace(product.database.name, "t_nowhere") }),
      /DATABASE_URL/,
    ],
    [
      "a host that does not exist",
      () => ({ DATABASE_URL: "postgresql://nowhere.invalid/hilo" }),
      /DATABASE_URL/,
    ],
    [
      "a port that is taken",
      () => ({ DATABASE_URL: product.database.url, PORT: new URL(product.server.url).port }),
      /PORT/,
    ],
    [
      "a user the database does not know",
      () => ({ DATABASE_URL: product.database.url.replace(/\/\/[^@]*@/, "//nobody:wrong@") }),
      /DATABASE_URL/,
    ],
    [
      "an address of another machine",
      () => ({ DATABASE_URL: product.database.url, HOST: "192.0.2.1" }),
      /HOST/,
    ],
  ])("%s stops it too, with exit 1 and one sentence", async (_what, env, named) => {
    const { code, lines } = await refusal(env());
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(named);
    expect(code).toBe(1);
  });
});

describe("a flow with problems", () => {
  const broken = {
    ...CONTRACT_EXAMPLE,
    name: "Broken",
    nodes: [
      { id: "n1", type: "text", data: { text: "" } },
      { id: "lost", type: "text", data: { text: "Nobody comes here" } },
      { id: "bad", type: "buttons", data: { text: "x", options: [{ id: "a", title: "x".repeat(21) }] } },
    ],
    edges: [
      { id: "e0", source: "start", target: "n1" },
      { id: "e1", source: "n1", target: "bad" },
      { id: "e2", source: "n1", target: "gone" },
    ],
  };

  it("may be saved, is checked, and can't be published: 422 names each node", async () => {
    const made = await call("POST", "/flows", {
      key: editorKey,
      body: { name: "Broken", definition: broken },
    });
    expect(made.status).toBe(201);
    const { json } = await call("POST", `/flows/${made.json.id}/check`, { key: editorKey, body: {} });
    const problems = json.problems as { severity: string; nodeId?: string; message: string }[];
    const errors = problems.filter(({ severity }) => severity === "error");
    const refused = await call("POST", `/flows/${made.json.id}/publish`, { key: editorKey, body: {} });
    expect([refused.status, refused.json.error.code]).toEqual([422, "flow-has-problems"]);
    expect(refused.json.error.issues).toMatchObject(errors);
    expect(refused.json.error.issues).toHaveLength(errors.length);
    expect(new Set(errors.map(({ nodeId }) => nodeId))).toEqual(new Set(["n1", "bad"]));
    expect(problems.map(({ nodeId }) => nodeId)).toContain("lost");
    for (const { message } of problems) expect(message).toMatch(/\.$/);
    const { json: after } = await call("GET", `/flows/${made.json.id}`, { key: editorKey });
    expect(after.published).toBeNull();
  });

  it("of a format nobody knows is refused by the format's name", async () => {
    const definition = { ...CONTRACT_EXAMPLE, format: "hilo.flow/99" };
    const refused = await call("POST", "/flows", { key: editorKey, body: { name: "Future", definition } });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.json.error)).toContain("hilo.flow/99");
  });
});

describe("a caller", () => {
  it("without a key, or with a wrong one, gets 401", async () => {
    for (const key of [undefined, "", "hilo_nobody"]) {
      const { status, json } = await call("GET", "/flows", key === undefined ? {} : { key });
      expect([status, json.error.code]).toEqual([401, "unauthorized"]);
    }
  });

  it("with a viewer's key reads and can't publish", async () => {
    const made = await call("POST", "/flows", {
      key: editorKey,
      body: { name: "W", definition: CONTRACT_EXAMPLE },
    });
    expect((await call("GET", `/flows/${made.json.id}`, { key: viewerKey })).status).toBe(200);
    const refused = await call("POST", `/flows/${made.json.id}/publish`, { key: viewerKey, body: {} });
    expect([refused.status, refused.json.error.code]).toEqual([403, "forbidden"]);
    const published = await call("POST", `/flows/${made.json.id}/publish`, { key: editorKey, body: {} });
    expect(published.status).toBe(200);
  });

  it("gets each error in the one shape", async () => {
    const nobody = "00000000-0000-4000-8000-000000000000";
    const answers = [
      [404, await call("GET", "/nowhere", { key: editorKey })],
      [404, await call("GET", `/flows/${nobody}`, { key: editorKey })],
      [400, await call("GET", "/flows/not-an-id", { key: editorKey })],
      [400, await call("POST", "/flows", { key: editorKey, body: { name: "" } })],
      [400, await call("POST", "/flows", { key: editorKey, body: "{" })],
      [400, await call("GET", "/flows?limit=0", { key: editorKey })],
    ] as const;
    for (const [status, answer] of answers) {
      expect(answer.status).toBe(status);
      expect(Object.keys(answer.json)).toEqual(["error"]);
      expect(answer.json.error.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(answer.json.error.message).toMatch(/\S/);
    }
    const field = await call("POST", "/flows", { key: editorKey, body: { name: "" } });
    expect(JSON.stringify(field.json.error.issues)).toContain("name");
  });

  it("hears that a body is too large, however large it is", async () => {
    for (const mebibytes of [5, 20, 20, 20]) {
      const definition = { ...CONTRACT_EXAMPLE, note: "x".repeat(mebibytes * 1024 * 1024) };
      const { status, json } = await call("POST", "/flows", {
        key: editorKey,
        body: { name: "Big", definition },
      });
      expect([status, json.error.code]).toEqual([413, "too-large"]);
    }
  });
});

describe("stopping", () => {
  it("exits 0 within seconds though browsers, scripts and sockets hold connections", async () => {
    const { url, child, exited } = product.server;
    const { port, hostname } = new URL(url);
    const sockets = ["websocket", "polling"].map((transport) =>
      io(url, { auth: { token: viewerKey }, transports: [transport], reconnection: false }),
    );
    await until(() => sockets.every(({ connected }) => connected), "both sockets are connected");
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) => get(`${url}/livez`, { agent }, (res) => res.resume().on("end", resolve)));
    const silent = net.connect(Number(port), hostname).on("error", () => undefined);
    await new Promise((resolve) => silent.once("connect", resolve));

    const startedAt = performance.now();
    child.kill("SIGTERM");
    expect(await exited).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await until(() => sockets.every(({ disconnected }) => disconnected), "the sockets heard it");
    for (const socket of sockets) socket.disconnect();
    agent.destroy();
    silent.destroy();
    expect(product.server.output()).not.toMatch(/error/i);
  });
});
