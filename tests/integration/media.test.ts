/** Files: what customers send is fetched, what the workspace sends is uploaded once, and no browser runs any of it. Reason for its length: the faults share one server and its helpers. */
import { randomBytes } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { newId } from "../../server/src/db/ids.ts";
import { MediaRefused } from "../../server/src/media/media-store.ts";
import { useApp } from "../support/app.ts";
import { GraphStandIn, metaError, postSigned, textBody, webhookBody } from "../support/graph-stand-in.ts";

const SECRET = "the app's secret";
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
/** A real picture, and no other like it. */
const PNG = Buffer.concat([Buffer.from(PIXEL, "base64"), randomBytes(16)]);

let graph: GraphStandIn;
const env: Record<string, string> = { META_APP_SECRET: SECRET, HILO_ALLOW_PRIVATE_HOSTS: "127.0.0.1" };
beforeAll(async () => {
  graph = await GraphStandIn.start();
  env.GRAPH_API_URL = graph.url;
});
afterAll(() => graph.stop());
const app = useApp(env);

let key = "";
let channelId = "";
let platformId = "";
let customers = 0;

beforeEach(async () => {
  const { prisma, secrets } = app.app.runtime;
  const workspaceId = await app.workspaceId();
  channelId = newId();
  platformId = `1065${Date.now()}${customers}`;
  const accessToken = secrets.seal("tok", channelSecretAad(workspaceId, channelId, "accessToken"));
  await prisma.channel.create({
    data: { workspaceId, id: channelId, platform: "whatsapp", name: "Shop", platformId, accessToken },
  });
  app.app.services.directory.invalidate();
  key = await app.keyFor("admin");
});

/** A customer sends a file; answers the message's id in the API once it is there. */
async function receive(mediaId: string, more: Record<string, unknown> = {}): Promise<string> {
  const from = `3460000${1000 + customers++}`;
  const image = { id: mediaId, mime_type: "image/png", sha256: "x", ...more };
  const messages = [{ from, id: `wamid.${newId()}`, timestamp: "1760000000", type: "image", image }];
  const body = webhookBody(platformId, { messages });
  expect(await postSigned(`${app.url}/api/webhooks/whatsapp`, SECRET, body)).toBe(200);
  return vi.waitFor(async () => {
    const message = await app.app.runtime.prisma.message.findFirst({
      where: { channelId, direction: "in", content: { path: ["media", "id"], equals: mediaId } },
    });
    return message?.id ?? Promise.reject(new Error("not there yet"));
  }, 8_000);
}

/** A customer says something: their conversation takes messages now. */
async function conversation(): Promise<string> {
  const from = `3460000${1000 + customers++}`;
  const body = textBody(platformId, from, `wamid.${newId()}`, "hola");
  expect(await postSigned(`${app.url}/api/webhooks/whatsapp`, SECRET, body)).toBe(200);
  return vi.waitFor(async () => {
    const found = await app.app.runtime.prisma.conversation.findFirst({
      where: { channelId, externalId: from },
    });
    return found?.id ?? Promise.reject(new Error("not there yet"));
  }, 8_000);
}

const fileOf = (messageId: string) => app.call("GET", `/messages/${messageId}/media`, { key });

async function upload(bytes: Buffer, type: string, name = "menu.png", as = key) {
  const answer = await fetch(`${app.url}/api/v1/media?name=${encodeURIComponent(name)}`, {
    method: "POST",
    headers: { authorization: `Bearer ${as}`, "content-type": type },
    body: new Uint8Array(bytes),
  });
  return { status: answer.status, json: JSON.parse(await answer.text()) };
}

/** As if the wait after a failure were over. One that is being fetched has no error yet and is left alone. */
const due = () =>
  app.app.runtime.pool.query(
    "UPDATE media_files SET next_attempt_at = now(), error = NULL WHERE state = 'pending' AND error IS NOT NULL",
  );

describe("received", () => {
  test("a picture is fetched by its id with the channel's token and shown inline, sandboxed", async () => {
    const id = graph.account.addFile(PNG, "image/png");
    const message = await receive(id);
    const answer = await vi.waitFor(async () => {
      const got = await fileOf(message);
      expect(got.status).toBe(200);
      return got;
    }, 8_000);
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(answer.headers.get("content-disposition")).toMatch(/^inline;/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    const asked = graph.account.callsTo("GET", new RegExp(`^${id}$`));
    expect(asked.map(({ token, query }) => [token, query.get("phone_number_id")])).toEqual([
      ["tok", platformId],
    ]);
    const { json } = await app.call("GET", `/conversations/${await conversationOf(message)}/messages`, {
      key,
    });
    expect(json.items[0].content.media.url).toBe(`/api/v1/messages/${message}/media`);
  });

  test("fault 48: an address that ended is asked for anew by the id, three times, then the file is marked", async () => {
    const id = graph.account.addFile(PNG, "image/png");
    graph.account.failNext("GET", new RegExp(`^${id}$`), 200, { url: `${graph.url}/files/ended` }, 1);
    const message = await receive(id);
    await vi.waitFor(
      () => expect(graph.account.callsTo("GET", new RegExp(`^${id}$`))).toHaveLength(1),
      8_000,
    );
    await vi.waitFor(async () => expect((await stateOf(id)).error).toContain("404"), 8_000);
    expect((await fileOf(message)).status).toBe(409);
    await due();
    await vi.waitFor(async () => expect((await fileOf(message)).status).toBe(200), 8_000);

    const lost = graph.account.addFile(PNG, "image/png");
    graph.account.failNext("GET", new RegExp(`^${lost}$`), 200, { url: `${graph.url}/files/ended` }, 9);
    const other = await receive(lost);
    await vi.waitFor(async () => {
      await due();
      expect((await stateOf(lost)).state).toBe("failed");
    }, 15_000);
    expect(await fileOf(other)).toMatchObject({ status: 410, json: { error: { code: "media-failed" } } });
    expect(graph.account.callsTo("GET", new RegExp(`^${lost}$`))).toHaveLength(3);
  });

  test("a delivery that comes again fetches nothing again", async () => {
    const id = graph.account.addFile(PNG, "image/png");
    const message = await receive(id);
    await vi.waitFor(async () => expect((await fileOf(message)).status).toBe(200), 8_000);
    await receive(id);
    expect(await app.app.runtime.prisma.mediaFile.count({ where: { platformId: id } })).toBe(1);
    expect(graph.account.files.get(id)?.reads).toBe(1);
  });

  test("a page that says it is a picture is bytes to save, never a page", async () => {
    const html = Buffer.from("<html><script>alert(1)</script></html>");
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    for (const bytes of [html, svg]) {
      const message = await receive(graph.account.addFile(bytes, "image/png"), {
        mime_type: "image/svg+xml",
      });
      const answer = await vi.waitFor(async () => {
        const got = await fileOf(message);
        expect(got.status).toBe(200);
        return got;
      }, 8_000);
      expect(answer.headers.get("content-type")).toBe("application/octet-stream");
      expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    }
  });

  test("the token is shown to Meta alone: an address elsewhere is fetched without it", async () => {
    const other = await GraphStandIn.start();
    try {
      const file = other.account.addFile(PNG, "image/png");
      const id = graph.account.addFile(PNG, "image/png");
      graph.account.failNext(
        "GET",
        new RegExp(`^${id}$`),
        200,
        { url: other.account.addressOf(file, other.url) },
        1,
      );
      await receive(id);
      // Without a token the other server answers 401.
      await vi.waitFor(async () => expect((await stateOf(id)).error).toContain("401"), 8_000);
    } finally {
      await other.stop();
    }
  });

  test("erasing a person erases their files, but not the same bytes that others sent", async () => {
    const bytes = Buffer.concat([PNG, randomBytes(8)]);
    const [mine, theirs] = [
      graph.account.addFile(bytes, "image/png"),
      graph.account.addFile(bytes, "image/png"),
    ];
    const [first, second] = [await receive(mine), await receive(theirs)];
    for (const id of [first, second])
      await vi.waitFor(async () => expect((await fileOf(id)).status).toBe(200), 8_000);
    const contact = async (id: string) =>
      (await app.app.runtime.prisma.message.findFirstOrThrow({ where: { id } })).contactId;
    const { storageKey } = await stateOf(mine);
    await app.call("DELETE", `/contacts/${await contact(first)}`, { key: await app.keyFor("owner") });
    expect(await app.app.runtime.prisma.mediaFile.count({ where: { platformId: mine } })).toBe(0);
    expect((await fileOf(second)).status).toBe(200);
    await app.call("DELETE", `/contacts/${await contact(second)}`, { key: await app.keyFor("owner") });
    expect(await app.app.services.media.has(storageKey ?? "")).toBe(false);
  });

  const stateOf = (id: string) =>
    app.app.runtime.prisma.mediaFile.findFirstOrThrow({ where: { platformId: id } });
  const conversationOf = async (id: string) =>
    (await app.app.runtime.prisma.message.findFirstOrThrow({ where: { id } })).conversationId;
});

describe("uploaded", () => {
  test("a file is known by its bytes, listed with who would refuse it, served, and removed", async () => {
    const { status, json } = await upload(PNG, "application/pdf", "../../menú <1>.png");
    expect(status).toBe(201);
    expect(json).toMatchObject({
      mime: "image/png",
      kind: "image",
      name: "menú 1 .png",
      size: PNG.length,
      refusals: [],
    });
    const { items } = (await app.call("GET", "/media", { key })).json;
    expect(items[0].id).toBe(json.id);
    const content = await app.call("GET", json.url, { key });
    expect([content.status, content.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect((await app.call("DELETE", `/media/${json.id}`, { key })).status).toBe(204);
    expect((await app.call("GET", json.url, { key })).status).toBe(404);
  });

  test("names from outside never touch the disk, and ids that are none of ours are not there", async () => {
    const names = ["../../../etc/passwd", "..\\..\\x", "%2e%2e%2fx", "a\u0000b", "....//", ".", "C:\\x.png"];
    for (const name of names) expect((await upload(PNG, "image/png", name)).status).toBe(201);
    const dir = path.join(app.app.runtime.config.dataDir, "media");
    const found = await readdir(dir, { recursive: true, withFileTypes: true });
    const files = found.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(files.every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    for (const id of ["..%2f..%2fetc%2fpasswd", "%2e%2e", "x", `${newId()}%00`])
      expect((await app.call("GET", `/media/${id}/content`, { key })).status).toBe(404);
  });

  test("another workspace, a viewer and nobody have no way in", async () => {
    const { json } = await upload(PNG, "image/png");
    const stranger = await app.stranger();
    expect((await app.call("GET", json.url, { key: stranger.key })).status).toBe(404);
    expect((await app.call("DELETE", `/media/${json.id}`, { key: stranger.key })).status).toBe(404);
    expect((await app.call("GET", json.url)).status).toBe(401);
    expect((await upload(PNG, "image/png", "x", await app.keyFor("viewer"))).status).toBe(403);
    expect((await upload(Buffer.alloc(0), "image/png")).status).toBe(400);
  });

  test("is sent by the platform's id of it: uploaded once for the channel, anew when that id is gone", async () => {
    const { json: file } = await upload(PNG, "image/png");
    const send = async (conversationId: string) => {
      const content = { type: "media", media: { kind: "image", fileId: file.id, caption: "Carta" } };
      const { status, json } = await app.call("POST", "/messages/send", {
        key,
        body: { conversationId, content },
      });
      expect(status).toBeLessThan(300);
      return json;
    };
    const uploads = () => graph.account.callsTo("POST", /\/media$/);
    const sentIds = () =>
      graph.ledger.filter((sent) => sent.platformId === platformId).map(({ body }) => Object(body.image).id);
    await send(await conversation());
    await send(await conversation());
    await vi.waitFor(() => expect(sentIds()).toHaveLength(2), 8_000);
    expect(uploads()).toHaveLength(1);
    expect(uploads()[0]?.body).toContain('name="messaging_product"\r\n\r\nwhatsapp');
    expect(uploads()[0]?.body).toContain(PNG.toString("latin1"));
    expect(new Set(sentIds()).size).toBe(1);

    graph.answerInTurn({ kind: "reply", status: 400, body: metaError(131053, "Media upload error") });
    await send(await conversation());
    await vi.waitFor(() => expect(sentIds()).toHaveLength(3), 15_000);
    expect(uploads()).toHaveLength(2);
    expect(sentIds()[2]).not.toBe(sentIds()[0]);
  });

  test("a file that is gone fails its message with a reason, and nothing is sent", async () => {
    const content = { type: "media", media: { kind: "image", fileId: newId() } };
    const body = { conversationId: await conversation(), content };
    const { json } = await app.call("POST", "/messages/send", { key, body });
    await vi.waitFor(async () => {
      const message = await app.app.runtime.prisma.message.findFirstOrThrow({ where: { id: json.id } });
      expect(message).toMatchObject({ status: "Failed", error: { class: "media", code: "file-missing" } });
    }, 8_000);
  });
});

test("fault 29: with the disk full the message is there, its file waits and comes when there is room", async () => {
  // A folder that can't be written to stands for the full disk: the same road, the same words.
  const take = vi.spyOn(app.app.services.media, "take");
  take.mockRejectedValue(new MediaRefused("disk-full", "The disk of this server is full."));
  const id = graph.account.addFile(PNG, "image/png");
  const message = await receive(id);
  const row = () => app.app.runtime.prisma.mediaFile.findFirstOrThrow({ where: { platformId: id } });
  await vi.waitFor(async () => expect((await row()).error).toContain("full"), 8_000);
  expect(await row()).toMatchObject({ state: "pending", attempts: 0 });
  expect((await upload(PNG, "image/png")).status).toBe(507);
  take.mockRestore();
  await due();
  await vi.waitFor(async () => expect((await fileOf(message)).status).toBe(200), 8_000);
});
