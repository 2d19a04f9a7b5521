/** What the checks of ways, values, time and names find; the reason for its length: one small flow after the other. */
import { describe, expect, it } from "vitest";
import { makeFlow } from "../../testing/make-flow.ts";
import { type CheckOptions, check } from "./check.ts";
import type { Problem } from "./problem.ts";

type Sketch = Parameters<typeof makeFlow>[0];
const hola = { type: "keyword", keyword: "hola", mode: "word" } as const;

function found(
  code: string,
  sketch: Pick<Sketch, "nodes" | "edges"> & Partial<Sketch>,
  options: CheckOptions = {},
  more: object = {},
): Problem[] {
  const flow = { ...makeFlow({ triggers: [hola], ...sketch }), ...more };
  return check(flow, options).filter((problem) => problem.code === code);
}
const text = (words: string): [string, object] => ["text", { text: words }];
const ask = (saveAs: string, more: object = {}): [string, object] => ["ask", { text: "?", saveAs, ...more }];
const yes = (left: string): [string, object] => ["condition", { rules: [{ left, operator: "is-set" }] }];
const nodes = (all: Record<string, [string, object]>) => all as Sketch["nodes"];

describe("a variable", () => {
  it("that is set on every way is fine, whichever way", () => {
    const sketch = {
      nodes: nodes({ c: yes("x"), a: ask("name"), b: ask("name"), t: text("Hi {{ name }}") }),
      edges: ["start > c", "c:yes > a", "c:no > b", "a > t", "b > t"],
    };
    expect(found("variable-unset", sketch)).toEqual([]);
  });

  it("that one way does not set is found, with that way", () => {
    const sketch = {
      nodes: nodes({ c: yes("contact.name"), a: ask("name"), b: text("skip"), t: text("Hi {{ name }}") }),
      edges: ["start > c", "c:yes > a", "c:no > b", "a > t", "b > t"],
    };
    expect(found("variable-unset", sketch)).toMatchObject([
      { nodeId: "t", witness: ["start", "c", "b", "t"] },
    ]);
  });

  it("that is set by one port only is not set behind the others", () => {
    const sketch = {
      nodes: nodes({ a: ask("name"), t: text("{{ name }}") }),
      edges: ["start > a", "a > t", "a:timeout > t"],
    };
    expect(found("variable-unset", sketch)).toMatchObject([{ nodeId: "t", witness: ["start", "a", "t"] }]);
  });

  it("with a default, in a test, or given by a caller needs no setting", () => {
    const sketch = {
      nodes: nodes({ t: text("{{ a | default: 'x' }} {% if b %}{{ b }}{% endif %} {{ c }}") }),
      edges: ["start > t"],
    };
    expect(found("variable-unknown", sketch, {}, { inputs: [{ name: "c" }] })).toEqual([]);
    expect(found("variable-unknown", sketch)).toMatchObject([{ nodeId: "t", severity: "warning" }]);
  });

  it("may be read where a step of its own has set it before", () => {
    const assignments = [
      { name: "a", value: "1" },
      { name: "b", value: "{{ a }}" },
    ];
    expect(
      found("variable-unset", { nodes: nodes({ s: ["set", { assignments }] }), edges: ["start > s"] }),
    ).toEqual([]);
  });

  it("in a loop is looked at until nothing changes", () => {
    const sketch = {
      nodes: nodes({ q: ask("x"), t: text("{{ x }}{{ y }}"), r: ask("y") }),
      edges: ["start > q", "q > t", "t > r", "r > q"],
    };
    expect(found("variable-unset", sketch).map(({ message }) => message)).toEqual([
      expect.stringContaining("“y”"),
    ]);
  });

  it("that nobody reads is a hint, unless it goes to the contact", () => {
    const sketch = {
      nodes: nodes({
        a: ask("lost"),
        b: ask("kept", { contactField: "city" }),
        c: ask("read"),
        t: text("{{ read }}"),
      }),
      edges: ["start > a", "a > b", "b > c", "c > t"],
    };
    expect(found("variable-unused", sketch)).toMatchObject([{ nodeId: "a", severity: "info" }]);
  });
});

describe("a text", () => {
  const buttons = (title: string): [string, object] => [
    "buttons",
    { text: "?", options: [{ id: "opt-0", title }] },
  ];

  it("that a value of any length may break is found in a title, not in a long text", () => {
    const sketch = {
      nodes: nodes({ a: ask("name"), b: buttons("Hi {{ name }}"), t: text("Hi {{ name }}") }),
      edges: ["start > a", "a > b", "b:opt-0 > t"],
    };
    expect(found("title-may-be-cut", sketch)).toMatchObject([
      { nodeId: "b", message: expect.stringContaining('{{ name | truncate: 17, "" }}') },
    ]);
    expect(found("text-may-be-cut", sketch)).toEqual([]);
  });

  it("that the longest value still fits into is fine", () => {
    const sketch = {
      nodes: nodes({ a: ask("n", { kind: "rating", min: 1, max: 5 }), b: buttons("Mark: {{ n }}") }),
      edges: ["start > a", "a > b"],
    };
    expect(found("title-may-be-cut", sketch)).toEqual([]);
  });
});

describe("free text", () => {
  const wait = (amount: number, unit = "hours"): [string, object] => ["wait", { amount, unit }];

  it("after a day of silence is found, with the way there", () => {
    const sketch = {
      nodes: nodes({ w: wait(20), v: wait(5), t: text("Still there?") }),
      edges: ["start > w", "w > v", "v > t"],
    };
    expect(found("window-closed", sketch)).toMatchObject([
      { nodeId: "t", severity: "warning", witness: ["start", "w", "v", "t"] },
    ]);
  });

  it("is fine as soon as the customer wrote again, and after a template that was answered", () => {
    const template = {
      name: "hi",
      language: "en",
      buttons: [{ kind: "quick-reply", id: "opt-0", title: "Yes" }],
    };
    const sketch = {
      nodes: nodes({ w: wait(2, "days"), h: ["template", template], t: text("Great") }),
      edges: ["start > w", "w > h", "h:opt-0 > t"],
    };
    expect(found("window-closed", sketch)).toEqual([]);
    expect(found("window-closed", { ...sketch, edges: [...sketch.edges, "h:timeout > t"] })).toHaveLength(1);
  });

  it("behind an expired question, or in a flow that nobody's message starts, is found", () => {
    const expired = { nodes: nodes({ a: ask("x"), t: text("Bye") }), edges: ["start > a", "a:expired > t"] };
    expect(found("window-closed", expired)).toMatchObject([{ nodeId: "t" }]);
    const event = { type: "event", name: "paid" } as const;
    const told = { triggers: [event], nodes: nodes({ t: text("Paid") }), edges: ["start > t"] };
    expect(found("window-closed", told)).toMatchObject([{ witness: ["start", "t"] }]);
  });

  it("in a circle of short waits is found too, and the search ends", () => {
    const sketch = {
      nodes: nodes({ w: wait(1), t: text("Tick") }),
      edges: ["start > w", "w > t", "t > w"],
    };
    expect(found("window-closed", sketch)).toMatchObject([{ nodeId: "t" }]);
  });
});

describe("a walk", () => {
  const chain = (count: number) => {
    const ids = Array.from({ length: count }, (_, n) => `n${n}`);
    return {
      nodes: nodes(Object.fromEntries(ids.map((id) => [id, ["tag", { add: ["x"] }]]))),
      edges: ids.map((id, n) => `${n === 0 ? "start" : `n${n - 1}`} > ${id}`),
    };
  };

  it("longer than a step may be is an error, one as long is none", () => {
    expect(found("walk-too-long", chain(99))).toEqual([]);
    expect(found("walk-too-long", chain(100))).toMatchObject([{ nodeId: "start", severity: "error" }]);
  });

  it("that a question interrupts is counted from there", () => {
    const { nodes: all, edges } = chain(120);
    const asked = { ...all, n60: ask("x") as Sketch["nodes"][string] };
    expect(found("walk-too-long", { nodes: asked, edges })).toEqual([]);
  });

  it("counts every round of a loop over a list, and such a loop is no endless one", () => {
    const loop = (max: number) => ({
      nodes: nodes({
        f: ["for-each", { list: "[]", max }],
        t: text("{{ item }}"),
        u: text("x"),
        z: ["end", {}],
      }),
      edges: ["start > f", "f:each > t", "t > u", "u > f", "f:done > z"],
    });
    expect(found("loop-without-wait", loop(10))).toEqual([]);
    expect(found("walk-too-long", loop(10))).toEqual([]);
    expect(found("walk-too-long", loop(50))).toMatchObject([{ nodeId: "start" }]);
  });
});

describe("a reference", () => {
  it("to a step that is not there is an error, to one that is makes it reachable", () => {
    const sketch = (node: string) => ({
      nodes: nodes({ a: ask("x"), j: ["go-to-node", { node }], t: text("Hi") }),
      edges: ["start > a", "a > j"],
    });
    expect(found("node-missing", sketch("z"))).toMatchObject([{ nodeId: "j", severity: "error" }]);
    expect(found("node-missing", sketch("t"))).toEqual([]);
    expect(found("node-unreachable", sketch("t"))).toEqual([]);
    expect(found("node-unreachable", sketch("z"))).toMatchObject([{ nodeId: "t" }]);
  });

  it("by a jump is a way that loops too", () => {
    const sketch = {
      nodes: nodes({ a: text("x"), j: ["go-to-node", { node: "a" }] }),
      edges: ["start > a", "a > j"],
    };
    expect(found("loop-without-wait", sketch)).toMatchObject([{ witness: ["a", "j", "a"] }]);
  });

  it("to a secret, a team or a template is looked up when it is known what there is", () => {
    const sketch = {
      nodes: nodes({
        h: ["http-request", { url: "https://e.org", auth: { kind: "bearer", secret: "shop" } }],
        a: ["assign", { to: { kind: "team", team: "Sales" } }],
        t: ["template", { name: "hi", language: "en" }],
      }),
      edges: ["start > h", "h > a", "a > t"],
    };
    const known = { secrets: new Set<string>(), teams: new Set<string>(), templates: new Set<string>() };
    for (const code of ["secret-missing", "team-missing", "template-unknown"]) {
      expect(found(code, sketch)).toEqual([]);
      expect(found(code, sketch, { known })).toMatchObject([{ severity: "warning" }]);
    }
    const all = { secrets: new Set(["shop"]), teams: new Set(["SALES"]), templates: new Set(["hi/en"]) };
    for (const code of ["secret-missing", "team-missing", "template-unknown"])
      expect(found(code, sketch, { known: all })).toEqual([]);
  });

  it("of a flow to one that calls it back is found, with the circle", () => {
    const calls = (name: string, flow: string) =>
      makeFlow({ name, nodes: nodes({ c: ["call-flow", { flow }] }), edges: ["start > c"] });
    const flows = new Map<string, unknown>([
      ["B", calls("B", "C")],
      ["C", calls("C", "A")],
      ["D", calls("D", "D")],
    ]);
    const own = (flow: string) =>
      check(calls("A", flow), { flows }).filter(({ code }) => code === "flow-calls-itself");
    expect(own("B")).toMatchObject([{ nodeId: "c", witness: ["A", "B", "C", "A"] }]);
    expect(own("D")).toEqual([]);
    expect(own("gone")).toEqual([]);
  });
});

it("texts that are not translated are told by language and step", () => {
  const sketch = {
    language: "en",
    nodes: nodes({ a: text("Hello"), b: text("👋 {{ contact.name }}"), c: text("Bye") }),
    edges: ["start > a", "a > b", "b > c"],
  };
  const translations = { es: { a: { text: "Hola" }, c: { text: " " } } };
  expect(found("translation-missing", sketch, {}, { translations })).toMatchObject([
    { nodeId: "c", message: "text “c” is not translated into “es”: the text." },
  ]);
});

it("texts that can't be sent in one of its languages are errors, as they would be in its own", () => {
  const sketch = {
    nodes: nodes({
      a: text("Hi"),
      b: ["buttons", { text: "?", options: [{ id: "yes", title: "Yes" }] }],
    }),
    edges: ["start > a", "a > b"],
  };
  const translations = {
    es: { a: { text: "{{ a" }, b: { text: "¿?", "options.yes.title": "x".repeat(30) } },
  };
  const problems = found("translation-invalid", sketch, {}, { translations });
  expect(problems.map(({ nodeId, severity }) => [nodeId, severity])).toEqual([
    ["a", "error"],
    ["b", "error"],
  ]);
  expect(problems[1]?.message).toBe(
    "In “es”: The title of button 1 has 30 characters and WhatsApp takes 20. Shorten it.",
  );
  expect(found("translation-invalid", sketch, {}, { translations: { es: { a: { text: "Hola" } } } })).toEqual(
    [],
  );
});

describe("a secret in a text", () => {
  const one = (words: string) =>
    found("secret-in-text", { nodes: nodes({ a: text(words) }), edges: ["start > a"] });

  it.each([
    `sk-${"a".repeat(32)}`,
    `EAA${"b".repeat(60)}`,
    `ghp_${"c".repeat(36)}`,
    "AKIAIOSFODNN7EXAMPLE",
    `eyJ${"h".repeat(20)}.eyJ${"p".repeat(20)}.${"s".repeat(20)}`,
    "-----BEGIN RSA PRIVATE KEY-----",
    "https://ana:hunter2@example.org/",
    "Pay with 4111 1111 1111 1111",
  ])("is found: %s", (secret) => {
    expect(one(`Use ${secret} here`)).toMatchObject([{ nodeId: "a", severity: "warning" }]);
  });

  it.each([
    "Call +34 600 111 222 or 34600111222333",
    "Order 4111 1111 1111 1112",
    "sk-short",
    "https://example.org/a:b@c",
    "Bearer {{ token }}",
  ])("is not seen in: %s", (words) => {
    expect(one(words)).toEqual([]);
  });

  it("is found in headers too, however deep", () => {
    const headers = [{ name: "Authorization", value: `Bearer ${"x".repeat(40)}` }];
    const sketch = {
      nodes: nodes({ h: ["http-request", { url: "https://e.org", headers }] }),
      edges: ["start > h"],
    };
    expect(found("secret-in-text", sketch)).toHaveLength(1);
  });
});
