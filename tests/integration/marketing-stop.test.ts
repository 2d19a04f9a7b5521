/** Whoever stopped marketing gets none: Hilo says no before the platform would, and the flow hears of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  type TestChannel,
  TestServer,
} from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let server: TestServer;
let channel: TestChannel;
beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url });
  channel = await createChannel(server);
  for (const [name, category] of [
    ["rebajas", "MARKETING"],
    ["pedido", "UTILITY"],
  ] as const)
    await db.prisma.template.create({
      data: {
        workspaceId: channel.workspaceId,
        channelId: channel.channelId,
        name,
        category,
        language: "es",
        status: "APPROVED",
        components: [],
      },
    });
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

let people = 0;

/** A person, and what becomes of each content that is sent to them, in order. */
async function sent(
  contact: { marketingOptedOutAt?: Date; optedOutAt?: Date },
  contents: readonly object[],
): Promise<{ status: string; error: { code: string; message: string } | null }[]> {
  people += 1;
  const { workspaceId, channelId } = channel;
  const conversationId = await createConversation(server, channel, `34640000${100 + people}`);
  const { contactId } = await db.prisma.conversation.findFirstOrThrow({ where: { id: conversationId } });
  await db.prisma.contact.updateMany({ where: { id: contactId }, data: contact });
  const ids = contents.map(() => newId());
  for (const [n, content] of contents.entries())
    await db.prisma.message.create({
      data: {
        workspaceId,
        channelId,
        conversationId,
        contactId,
        id: ids[n] ?? "",
        direction: "out",
        author: "bot",
        status: "Pending",
        content: JSON.parse(JSON.stringify(content)),
        // A step waits to hear what became of it.
        sessionId: newId(),
        clientKey: `${newId()}:0`,
        report: 1,
      },
    });
  await server.deliver(channelId);
  const { rows } = await db.pool.query(
    "SELECT status, error FROM messages WHERE id = ANY($1::uuid[]) ORDER BY seq",
    [ids],
  );
  return rows;
}

const template = (name: string, language = "es") => ({
  type: "template",
  name,
  language,
  text: "",
  parameters: { body: [], buttons: [] },
});
const STOPPED = { code: "marketing-stopped", class: "recipient" };

test("a marketing template is refused, with the reason and what to do; other templates and words go", async () => {
  const before = graph.requests.length;
  const [marketing, utility, words] = await sent({ marketingOptedOutAt: new Date() }, [
    template("rebajas"),
    template("pedido"),
    { type: "text", text: "hola" },
  ]);
  expect(marketing).toMatchObject({ status: "Failed", error: STOPPED });
  expect(marketing?.error?.message).toContain("stopped marketing");
  expect([utility?.status, words?.status]).toEqual(["Sent", "Sent"]);
  expect(graph.requests.length - before).toBe(2);
});

test("who told us to stop gets none either", async () => {
  const [marketing] = await sent({ optedOutAt: new Date() }, [template("rebajas")]);
  expect(marketing).toMatchObject({ status: "Failed", error: STOPPED });
  expect(marketing?.error?.message).toContain("asked to hear no more");
});

test("everybody else does, and a template that is not known here is for the platform to judge", async () => {
  expect(await sent({}, [template("rebajas")])).toMatchObject([{ status: "Sent" }]);
  expect(await sent({ marketingOptedOutAt: new Date() }, [template("rebajas", "fr")])).toMatchObject([
    { status: "Sent" },
  ]);
});

test("the step that sent it is told, so that it can take its error way", async () => {
  await sent({ marketingOptedOutAt: new Date() }, [template("rebajas")]);
  const { rows } = await db.pool.query(
    "SELECT payload FROM inbox_events WHERE channel_id = $1 AND kind = 'delivery' ORDER BY id DESC LIMIT 1",
    [channel.channelId],
  );
  expect(rows).toMatchObject([{ payload: { status: "failed", code: "marketing-stopped" } }]);
});
