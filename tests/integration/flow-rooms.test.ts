// Who has a flow open, and that somebody saved it, is told to those who have it open and to nobody else.
import { describe, expect, it } from "vitest";
import { GREETING, useApp } from "../support/app.ts";
import { type LiveSocket, useLive } from "../support/live-client.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const { connected, keys } = useLive(app);

async function newFlow(name: string): Promise<string> {
  const { json } = await app.call("POST", "/flows", {
    key: keys.editor,
    body: { name, definition: GREETING },
  });
  return json.id;
}
const peopleAt = (socket: LiveSocket) =>
  socket.heard
    .filter(({ event }) => event === "flow:presence")
    .at(-1)
    ?.payload.people.map((person: { nodeId: string | null }) => person.nodeId);

describe("an open flow", () => {
  it("shows who else has it open and at which step, until they leave or are gone", async () => {
    const flowId = await newFlow("Open");
    const [ana, ben] = [await connected(), await connected()];
    expect(await ana.emitWithAck("join:flow", { flowId, nodeId: null })).toEqual({ ok: true });
    expect(await ben.emitWithAck("join:flow", { flowId, nodeId: "n1" })).toEqual({ ok: true });
    await until(() => peopleAt(ana)?.includes("n1") === true, "Ana sees Ben at n1");
    await ben.emitWithAck("join:flow", { flowId, nodeId: "n2" });
    await until(() => peopleAt(ana)?.includes("n2") === true, "Ana sees Ben at n2");
    ben.disconnect();
    await until(() => peopleAt(ana)?.length === 1, "Ana is alone");
  });

  it("tells that it was saved or published, with the revision", async () => {
    const flowId = await newFlow("Saved");
    const [ana, elsewhere] = [await connected(), await connected()];
    await ana.emitWithAck("join:flow", { flowId, nodeId: null });
    await elsewhere.emitWithAck("join:flow", { flowId: await newFlow("Other"), nodeId: null });
    const body = { name: "Saved", definition: GREETING };
    const { json } = await app.call("PUT", `/flows/${flowId}`, { key: keys.editor, body });
    await app.call("POST", `/flows/${flowId}/publish`, { key: keys.editor, body: {} });
    const changes = (socket: LiveSocket) => socket.heard.filter(({ event }) => event === "flow:changed");
    await until(() => changes(ana).length === 2, "both are heard");
    expect(changes(ana).map(({ payload }) => payload)).toEqual([
      { flowId, revision: json.revision, published: false },
      { flowId, revision: json.revision, published: true },
    ]);
    expect(changes(elsewhere)).toEqual([]);
  });

  it("is nobody's of another workspace, and nonsense opens nothing", async () => {
    const flowId = await newFlow("Ours");
    const stranger = await connected((await app.stranger()).key);
    expect(await stranger.emitWithAck("join:flow", { flowId, nodeId: null })).toEqual({ error: "forbidden" });
    for (const place of [null, "x", { flowId: "x", nodeId: null }, { flowId }]) {
      expect(await stranger.emitWithAck("join:flow", place)).toEqual({ error: "bad-request" });
    }
  });
});
