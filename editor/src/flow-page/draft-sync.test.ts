/** Two tabs on one flow, each with its own store, over one server that refuses what was made on an older draft. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Command } from "../document/commands/index.ts";
import { type FlowDocument, findNode, openDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import type { NodeClash } from "../document/merge/merge-documents.ts";
import type { SaveAnswer } from "./autosave.ts";
import { type DraftServer, DraftSync } from "./draft-sync.ts";

class Server implements DraftServer {
  revision = 1;
  writes = 0;
  text = JSON.stringify({
    format: "hilo.flow/1",
    name: "F",
    nodes: [
      { id: "start", type: "start", data: {}, position: { x: 0, y: 0 } },
      { id: "n1", type: "text", data: { text: "Hello" }, position: { x: 0, y: 0 } },
      { id: "n2", type: "text", data: { text: "Bye" }, position: { x: 0, y: 0 } },
    ],
    edges: [{ id: "e0", source: "start", target: "n1" }],
  });
  readonly tabs: DraftSync[] = [];

  get doc(): FlowDocument {
    return openDocument(JSON.parse(this.text));
  }
  async read() {
    return { doc: this.doc, revision: this.revision };
  }
  async write(doc: FlowDocument, revision: number): Promise<SaveAnswer> {
    if (revision !== this.revision) return { ok: false, conflict: true };
    this.text = JSON.stringify(doc);
    this.revision += 1;
    this.writes += 1;
    const saved = this.revision;
    // The news may reach a tab before its own answer does.
    for (const tab of this.tabs) void tab.heard(saved);
    return { ok: true, revision: saved };
  }
  open() {
    const store = createFlowStore(this.doc);
    const clashes: NodeClash[] = [];
    const sync = new DraftSync({
      store,
      server: this,
      revision: this.revision,
      onStatus: () => {},
      onClashes: (found) => clashes.push(...found),
    });
    sync.start();
    this.tabs.push(sync);
    const say = (nodeId: string, text: string) =>
      store.getState().run({ type: "update-data", args: { nodeId, data: { text } } });
    const textOf = (nodeId: string) => findNode(store.getState().history.present, nodeId)?.data.text;
    return { store, sync, clashes, say, textOf, run: (command: Command) => store.getState().run(command) };
  }
}

/** Long enough for every save and its echoes. */
const settle = () => vi.advanceTimersByTimeAsync(5_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("two tabs", () => {
  it("that type in different steps at the same time both show both, and the server has both", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    for (const letters of ["H", "Hi", "Hi!"]) {
      a.say("n1", letters);
      b.say("n2", `${letters} and bye`);
      await vi.advanceTimersByTimeAsync(150);
    }
    await settle();
    for (const tab of [a, b]) expect([tab.textOf("n1"), tab.textOf("n2")]).toEqual(["Hi!", "Hi! and bye"]);
    expect(findNode(server.doc, "n1")?.data.text).toBe("Hi!");
    expect(findNode(server.doc, "n2")?.data.text).toBe("Hi! and bye");
  });

  it("that type into one text at the same time lose no letter of either", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    for (let i = 1; i <= 4; i++) {
      a.say("n1", `${"A".repeat(i)}${String(a.textOf("n1")).replace(/^A*/, "")}`);
      b.say("n1", `${String(b.textOf("n1")).replace(/B*$/, "")}${"B".repeat(i)}`);
      await vi.advanceTimersByTimeAsync(700);
    }
    await settle();
    expect(a.textOf("n1")).toBe("AAAAHelloBBBB");
    expect(b.textOf("n1")).toBe("AAAAHelloBBBB");
    expect([...a.clashes, ...b.clashes]).toEqual([]);
  });

  it("that rewrite the same word keep one everywhere and tell the other", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    a.say("n1", "Hola");
    b.say("n1", "Howdy");
    await settle();
    expect(a.textOf("n1")).toBe(b.textOf("n1"));
    const kept = a.textOf("n1");
    const told = [...a.clashes, ...b.clashes].map(({ theirs }) => theirs);
    expect([kept, ...told].sort()).toEqual(["Hola", "Howdy"]);
  });

  it("come to rest: nobody saves what somebody else has saved", async () => {
    const server = new Server();
    const [a] = [server.open(), server.open(), server.open()];
    a.say("n1", "Once");
    await settle();
    expect(server.writes).toBe(1);
  });

  it("that both add a step keep both, and each one's undo takes back its own", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    const add = (tab: typeof a, text: string) => {
      const id = tab.store.getState().add({ type: "text", position: { x: 0, y: 0 } });
      tab.say(id, text);
    };
    add(a, "of A");
    add(b, "of B");
    await settle();
    const texts = (tab: typeof a) => tab.store.getState().history.present.nodes.map(({ data }) => data.text);
    expect(texts(a).sort()).toEqual(texts(b).sort());
    expect(texts(a)).toEqual(expect.arrayContaining(["of A", "of B"]));
    b.store.getState().undo();
    b.store.getState().undo();
    await settle();
    expect(texts(a)).toContain("of A");
    expect(texts(a)).not.toContain("of B");
  });
});

describe("what must not happen", () => {
  it("a duplicate vanishes after a reload", async () => {
    const server = new Server();
    const tab = server.open();
    tab.store.getState().select(["n1"]);
    tab.store.getState().duplicateSelected();
    await tab.sync.flush();
    expect(server.doc.nodes.filter(({ data }) => data.text === "Hello")).toHaveLength(2);
  });

  it("a deleted step returns, by a reload or by another tab that had it", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    b.run({ type: "move-nodes", args: { positions: { n2: { x: 50, y: 50 } } } });
    a.run({ type: "remove", args: { nodeIds: ["n2"] } });
    await settle();
    b.say("n1", "Later");
    await settle();
    for (const doc of [server.doc, a.store.getState().history.present, b.store.getState().history.present]) {
      expect(findNode(doc, "n2")).toBeUndefined();
    }
  });

  it("publishing misses the last edit", async () => {
    const server = new Server();
    const tab = server.open();
    tab.say("n1", "Newest");
    expect(await tab.sync.flush()).toBe(true);
    expect(findNode(server.doc, "n1")?.data.text).toBe("Newest");
  });

  it("a renamed option loses its edge, here or in another tab", async () => {
    const server = new Server();
    const [a, b] = [server.open(), server.open()];
    const id = a.store.getState().add({ type: "buttons", position: { x: 0, y: 0 } });
    const offer = (tab: typeof a, title: string) =>
      tab.run({
        type: "update-data",
        args: { nodeId: id, data: { text: "?", options: [{ id: "opt-0", title }] } },
      });
    offer(a, "Sales");
    a.run({ type: "connect", args: { source: id, port: "opt-0", target: "n2" } });
    await settle();
    offer(b, "Shop");
    await settle();
    for (const doc of [server.doc, a.store.getState().history.present]) {
      expect(doc.edges).toContainEqual(
        expect.objectContaining({ source: id, sourceHandle: "opt-0", target: "n2" }),
      );
      expect(findNode(doc, id)?.data.options).toEqual([{ id: "opt-0", title: "Shop" }]);
    }
  });
});
