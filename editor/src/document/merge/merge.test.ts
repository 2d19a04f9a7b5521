/** Two people on one flow: what each changed is there afterwards, and undo takes back one's own work only. */
import { describe, expect, it } from "vitest";
import { boardOf } from "../board.ts";
import { applyCommand, type Command } from "../commands/index.ts";
import { type FlowDocument, findNode, openDocument } from "../flow-document.ts";
import { newHistory, run, undo } from "../history.ts";
import { mergeDocuments, shared } from "./merge-documents.ts";
import { mergeText } from "./merge-text.ts";
import { rebase } from "./rebase.ts";

const at = { x: 0, y: 0 };
const flow = () =>
  openDocument({
    format: "hilo.flow/1",
    name: "Welcome",
    triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
    nodes: [
      { id: "start", type: "start", data: {}, position: at },
      { id: "n1", type: "text", data: { text: "Hello there" }, position: at },
      {
        id: "n2",
        type: "buttons",
        data: { text: "What?", options: [{ id: "opt-0", title: "Sales" }] },
        position: at,
      },
      { id: "n3", type: "end", data: {}, position: at },
    ],
    edges: [
      { id: "e0", source: "start", target: "n1" },
      { id: "e1", source: "n1", target: "n2" },
      { id: "e2", source: "n2", sourceHandle: "opt-0", target: "n3" },
    ],
  });
const saved = (doc: FlowDocument) => openDocument(JSON.parse(JSON.stringify(doc)));
const after = (doc: FlowDocument, ...commands: Command[]) => commands.reduce(applyCommand, doc);
const say = (nodeId: string, text: string): Command => ({
  type: "update-data",
  args: { nodeId, data: { text } },
});
const offer = (...titles: string[]): Command => ({
  type: "update-data",
  args: {
    nodeId: "n2",
    data: { text: "What?", options: titles.map((title, i) => ({ id: `opt-${i}`, title })) },
  },
});

function both(mine: Command[], theirs: Command[]) {
  const base = flow();
  return mergeDocuments(base, after(base, ...mine), shared(base, saved(after(base, ...theirs))));
}
const edgesOf = (doc: FlowDocument) =>
  doc.edges.map((edge) => `${edge.source}.${edge.sourceHandle}>${edge.target}`).sort();

describe("two people's changes", () => {
  it("of different steps are both there", () => {
    const { doc, clashes } = both([say("n1", "Mine")], [offer("Shop")]);
    expect(findNode(doc, "n1")?.data.text).toBe("Mine");
    expect(findNode(doc, "n2")?.data.options).toEqual([{ id: "opt-0", title: "Shop" }]);
    expect(clashes).toEqual([]);
  });
  it("of different places in one text are both there", () => {
    const { doc, clashes } = both([say("n1", "Oh, Hello there")], [say("n1", "Hello there, friend")]);
    expect(findNode(doc, "n1")?.data.text).toBe("Oh, Hello there, friend");
    expect(clashes).toEqual([]);
  });
  it("of the same word keep mine and tell theirs", () => {
    const { doc, clashes } = both([say("n1", "Hola there")], [say("n1", "Hi there")]);
    expect(findNode(doc, "n1")?.data.text).toBe("Hola there");
    expect(clashes).toEqual([{ nodeId: "n1", path: ["nodes", "n1", "data", "text"], theirs: "Hi there" }]);
  });
  it("one renames an option, the other adds one and leads it on", () => {
    const { doc } = both(
      [offer("Sales", "Help"), { type: "connect", args: { source: "n2", port: "opt-1", target: "n1" } }],
      [offer("Shop")],
    );
    expect(findNode(doc, "n2")?.data.options).toEqual([
      { id: "opt-0", title: "Shop" },
      { id: "opt-1", title: "Help" },
    ]);
    expect(edgesOf(doc)).toEqual(["n1.next>n2", "n2.opt-0>n3", "n2.opt-1>n1", "start.next>n1"]);
  });
  it("both add an option: there are two, each leading where its author led it", () => {
    const lead = (target: string): Command => ({
      type: "connect",
      args: { source: "n2", port: "opt-1", target },
    });
    const { doc, clashes } = both(
      [offer("Sales", "Mine"), lead("n1")],
      [offer("Sales", "Theirs"), lead("n3")],
    );
    expect(findNode(doc, "n2")?.data.options).toEqual([
      { id: "opt-0", title: "Sales" },
      { id: "opt-1", title: "Theirs" },
      { id: "opt-2", title: "Mine" },
    ]);
    expect(edgesOf(doc)).toEqual(expect.arrayContaining(["n2.opt-1>n3", "n2.opt-2>n1"]));
    expect(clashes).toEqual([]);
  });
  it("a step that one deletes and the other only moves is gone", () => {
    const move: Command = { type: "move-nodes", args: { positions: { n3: { x: 9, y: 9 } } } };
    const remove: Command = { type: "remove", args: { nodeIds: ["n3"] } };
    expect(findNode(both([move], [remove]).doc, "n3")).toBeUndefined();
    expect(findNode(both([remove], [move]).doc, "n3")).toBeUndefined();
  });
  it("a step that one deletes and the other writes in stays: no work is lost", () => {
    const remove: Command = { type: "remove", args: { nodeIds: ["n1"] } };
    expect(findNode(both([say("n1", "Mine")], [remove]).doc, "n1")?.data.text).toBe("Mine");
    expect(findNode(both([remove], [say("n1", "Theirs")]).doc, "n1")?.data.text).toBe("Theirs");
  });
  it("of triggers are both there", () => {
    const keyword = (word: string) => ({ type: "keyword" as const, keyword: word, mode: "word" as const });
    const set = (...words: string[]): Command => ({
      type: "set-triggers",
      args: { triggers: words.map(keyword) },
    });
    const { doc } = both([set("hola", "buenas")], [set("hello")]);
    expect(doc.triggers.map((trigger) => "keyword" in trigger && trigger.keyword)).toEqual([
      "buenas",
      "hello",
    ]);
  });
  it("of edges: what one cut and the other led elsewhere is led elsewhere", () => {
    const cut: Command = { type: "disconnect", args: { edgeIds: ["e1"] } };
    const lead: Command = { type: "connect", args: { source: "n1", port: "next", target: "n3" } };
    expect(edgesOf(both([cut], [lead]).doc)).toContain("n1.next>n3");
    expect(edgesOf(both([cut], []).doc)).not.toContain("n1.next>n2");
    expect(edgesOf(both([], [cut]).doc)).not.toContain("n1.next>n2");
  });
  it("of notes, settings and names are both there", () => {
    const { doc } = both(
      [
        { type: "add-sticky", args: { position: at, text: "Mine" } },
        { type: "set-settings", args: { settings: { errorMessage: "Sorry" } } },
      ],
      [
        { type: "rename-flow", args: { name: "Theirs" } },
        { type: "rename-node", args: { nodeId: "n1", name: "Greeting" } },
      ],
    );
    expect(boardOf(doc).stickies.map(({ text }) => text)).toEqual(["Mine"]);
    expect(doc.settings.errorMessage).toBe("Sorry");
    expect(doc.name).toBe("Theirs");
    expect(findNode(doc, "n1")?.name).toBe("Greeting");
  });
  it("gives the very same steps back where nobody changed anything", () => {
    const base = flow();
    const theirs = shared(base, saved(after(base, say("n1", "x"))));
    expect(findNode(theirs, "n2")).toBe(findNode(base, "n2"));
    expect(findNode(mergeDocuments(base, base, theirs).doc, "n3")).toBe(findNode(base, "n3"));
  });
});

describe("undo after somebody else's change", () => {
  const base = flow();
  const add = (doc: FlowDocument, id: string, text: string) =>
    after(doc, { type: "add-node", args: { id, type: "text", position: at, data: { text } } });

  it("takes back mine and keeps theirs", () => {
    const mine = run(newHistory(base), say("n1", "Mine"), 0);
    const { history } = rebase(mine, base, saved(after(base, offer("Shop"))));
    const undone = undo(history).present;
    expect(findNode(undone, "n1")?.data.text).toBe("Hello there");
    expect(findNode(undone, "n2")?.data.options).toEqual([{ id: "opt-0", title: "Shop" }]);
  });
  it("brings back nothing that they deleted", () => {
    const mine = run(run(newHistory(base), say("n3", "x"), 0), say("n1", "Mine"), 5_000);
    const { history } = rebase(
      mine,
      mine.present,
      saved(after(mine.present, { type: "remove", args: { nodeIds: ["n3"] } })),
    );
    expect(findNode(undo(undo(history)).present, "n3")).toBeUndefined();
  });
  it("keeps both new steps when both counted them by the same number", () => {
    const command: Command = {
      type: "add-node",
      args: {
        id: "n4",
        type: "text",
        position: at,
        data: { text: "Mine" },
        from: { source: "n2", port: "opt-0" },
      },
    };
    const mine = run(newHistory(base), command, 0);
    const { history, renamed } = rebase(mine, base, saved(add(base, "n4", "Theirs")));
    expect([...renamed]).toEqual([["n4", "n5"]]);
    expect(findNode(history.present, "n4")?.data.text).toBe("Theirs");
    expect(findNode(history.present, "n5")?.data.text).toBe("Mine");
    expect(edgesOf(history.present)).toContain("n2.opt-0>n5");
    expect(undo(history).present.nodes.map(({ id }) => id)).toEqual(["start", "n1", "n2", "n3", "n4"]);
  });
});

describe("merging a text", () => {
  it.each([
    ["at both ends", "b", "ab", "bc", "abc"],
    ["typed at the same point", "Hello", "Hello X", "Hello Y", "Hello Y X"],
    ["deleted and typed elsewhere", "one two three", "two three", "one two three four", "two three four"],
    ["emoji whose halves agree", "👋", "👋👍", "👎👋", "👎👋👍"],
    ["the same word", "Hello", "Hola", "Howdy", null],
  ])("%s", (_, base, mine, theirs, merged) => {
    expect(mergeText(base, mine, theirs)).toBe(merged);
  });
});
