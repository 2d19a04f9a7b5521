/** Faults 10, 29 and 50 with real means: a server killed while it fetches a file, a small disk that fills, and one webhook at several servers. */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MediaStore } from "../../server/src/media/media-store.ts";
import { GraphStandIn, postSigned } from "../support/graph-stand-in.ts";
import { HELLO } from "../support/inbound-world.ts";
import { type Product, startProduct } from "../support/product.ts";
import { type ServerProcess, startServer, until } from "../support/server-process.ts";
import { messageDelivery, textDelivery, type WhatsAppNumber } from "../support/whatsapp-webhook.ts";

/** A picture as far as its first bytes tell, of half a megabyte. */
const PICTURE = Buffer.concat([
  Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  randomBytes(512 * 1024),
]);

let graph: GraphStandIn;
let product: Product;
let number: WhatsAppNumber & { channelId: string };
let db: pg.Pool;
beforeAll(async () => {
  graph = await GraphStandIn.start();
  product = await startProduct({ GRAPH_API_URL: graph.url, HILO_ALLOW_PRIVATE_HOSTS: "127.0.0.1" });
  number = await product.connectNumber();
  db = new pg.Pool({ connectionString: product.database.url, max: 2 });
});
afterAll(async () => {
  await db?.end();
  await product?.stop();
  await graph?.stop();
});

const hook = (server: { url: string } = product.server) => `${server.url}/api/webhooks/whatsapp`;
const incoming = () => path.join(product.server.dataDir, "media", "incoming");
const partsOnDisk = () => readdir(incoming()).catch(() => []);

describe("a server that is killed while it fetches a file", () => {
  it("leaves a part behind that is swept, and the file is fetched again", async () => {
    // Fault 10.
    const id = graph.account.addFile(PICTURE, "image/png");
    const file = graph.account.files.get(id);
    if (!file) throw new Error("the stand-in has the file");
    file.stalls = true;
    const image = { id, mime_type: "image/png", sha256: "x" };
    const body = messageDelivery(number, "573001110001", "wamid.dying", { type: "image", image });
    expect(await postSigned(hook(), number.appSecret, body)).toBe(200);
    await until(
      async () => file.reads === 1 && (await partsOnDisk()).length === 1,
      "half of the file is here",
    );

    await product.restart();
    const [part = ""] = await partsOnDisk();
    expect(part).not.toBe("");
    // Its lease is over, and the part has been silent for as long as nobody is.
    file.stalls = false;
    await db.query("UPDATE media_files SET next_attempt_at = now() WHERE platform_id = $1", [id]);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(path.join(incoming(), part), longAgo, longAgo);
    expect(await new MediaStore(product.server.dataDir).sweepIncoming()).toBe(1);
    await until(
      async () =>
        (await db.query("SELECT 1 FROM media_files WHERE platform_id = $1 AND state = 'stored'", [id]))
          .rowCount === 1,
      "the file is there",
    );
    expect(await partsOnDisk()).toEqual([]);
    const { rows } = await db.query<{ id: string }>(
      "SELECT id FROM messages WHERE platform_message_id = 'wamid.dying'",
    );
    const answer = await fetch(`${product.server.url}/api/v1/messages/${rows[0]?.id}/media`, {
      headers: { authorization: `Bearer ${product.apiKey}` },
    });
    expect(Buffer.from(await answer.arrayBuffer()).equals(PICTURE)).toBe(true);
  });

  it("sweeps no part that is being written to", async () => {
    const dir = await mkdtemp(path.join(tmpdir(), "hilo-media-"));
    const store = new MediaStore(dir);
    async function* slowly() {
      yield PICTURE;
      expect(await store.sweepIncoming()).toBe(0);
      yield PICTURE;
    }
    const taken = await store.take(slowly());
    expect(taken.size).toBe(2 * PICTURE.length);
    await rm(dir, { recursive: true });
  });
});

/** A file system of its own, of so many bytes; null with the reason where this machine gives none. */
async function smallDisk(bytes: number): Promise<{ dir: string; release(): void } | string> {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", dir], { stdio: "pipe" });
  } catch (error) {
    await rm(dir, { recursive: true });
    return `no file system can be mounted here (${String(error).slice(0, 80)})`;
  }
  return { dir, release: () => execFileSync("umount", [dir]) };
}

it("a small disk that fills refuses the file with the reason, keeps nothing of it, and takes it when there is room", async (test) => {
  // Fault 29, the disk for once a real one.
  const disk = await smallDisk(4 * 1024 * 1024);
  if (typeof disk === "string") return test.skip(disk);
  try {
    const store = new MediaStore(disk.dir);
    async function* large() {
      for (let n = 0; n < 10; n++) yield PICTURE;
    }
    await expect(store.take(large())).rejects.toMatchObject({ code: "disk-full" });
    expect(await readdir(path.join(disk.dir, "media", "incoming"))).toEqual([]);
    async function* small() {
      yield PICTURE;
    }
    const taken = await store.take(small());
    expect(taken.size).toBe(PICTURE.length);
  } finally {
    disk.release();
    await rm(disk.dir, { recursive: true });
  }
});

it("one webhook, a thousand times in parallel at three server processes, is one row and one answer", async () => {
  // Fault 50.
  await product.publish(HELLO);
  const others: ServerProcess[] = await Promise.all([startServer(product.env), startServer(product.env)]);
  try {
    const doors = [product.server, ...others];
    const body = textDelivery(number, "573001110050", "wamid.many", "hola");
    const answers: number[] = [];
    for (let round = 0; round < 10; round++)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 100 }, (_, n) =>
            postSigned(hook(doors[n % doors.length]), number.appSecret, body),
          ),
        )),
      );
    expect(answers).toEqual(Array(1_000).fill(200));
    await product.untilQuiet();
    const { rows } = await db.query(
      `SELECT (SELECT count(*)::int FROM inbox_events WHERE external_id = '573001110050' AND kind = 'message') AS events,
              (SELECT count(*)::int FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
                WHERE c.external_id = '573001110050' AND m.direction = 'out') AS answers`,
    );
    expect(rows).toEqual([{ events: 1, answers: 1 }]);
    expect(graph.ledger.filter(({ body: sent }) => sent.to?.endsWith("573001110050"))).toHaveLength(1);
  } finally {
    await Promise.all(others.map((server) => server.stop()));
  }
});
