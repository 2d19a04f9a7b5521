/** What nodes say they read, set and need of the world outside their flow. */
import { describe, expect, test } from "vitest";
import type { Ref } from "./define-node.ts";
import { type NodeType, nodeSpec } from "./index.ts";
import { nodeRefs } from "./node-facts.ts";

const option = (id: string, title = id) => ({ id, title });
const buttons = { text: "¿Qué?", options: [option("a"), option("b")] };
const list = { text: "¿Qué?", button: "Ver", sections: [{ rows: [option("a")] }] };
const ask = { text: "¿Qué?", saveAs: "r" };
const http = { url: "https://api.example.org/{{ a }}" };

/** A ref in words: `sets r by next, 5 at most`. */
function said(ref: Ref): string {
  const { kind, ...rest } = ref;
  const [what] = Object.values(rest);
  const by = "ports" in ref && ref.ports ? ` by ${ref.ports.join("/") || "none"}` : "";
  const most = "maxLength" in ref && ref.maxLength !== undefined ? `, ${ref.maxLength} at most` : "";
  return `${kind} ${what}${by}${most}${"guarded" in ref && ref.guarded ? ", guarded" : ""}`;
}

describe("a node says", () => {
  const refs = (type: NodeType, data: Record<string, unknown>) => {
    const spec = nodeSpec(type);
    return nodeRefs(spec, spec.schema.parse(data)).map(said).sort();
  };

  test("which variables it reads and sets", () => {
    expect(refs("text", { text: "{{ a.b }} {{ contact.name }} {{ vars.c }} {{ d | append: e }}" })).toEqual([
      "reads a",
      "reads c",
      "reads d",
      "reads e",
    ]);
    expect(
      refs("buttons", {
        ...buttons,
        options: [option("a", "{{ t }}")],
        header: { kind: "media", media: { kind: "image", url: "https://x.org/{{ u }}" } },
        saveAs: "s",
      }),
    ).toEqual(["reads t", "reads u", "sets s by a", "sets s_id by a, 1 at most"]);
    expect(refs("list", { ...list, footer: "{{ f }}", saveAs: "s" })).toEqual([
      "reads f",
      "sets s by a, 1 at most",
      "sets s_id by a, 1 at most",
    ]);
    expect(refs("ask", { ...ask, text: "{{ q }}" })).toEqual(["reads q", "sets r by next"]);
    expect(
      refs("condition", {
        rules: [
          { left: "a.b", operator: "equals", right: "{{ c }}" },
          { operator: "has-tag", right: "vip" },
        ],
      }),
    ).toEqual(["reads a", "reads c", "tag vip"]);
    expect(
      refs("condition", {
        rules: [
          { operator: "in-hours" },
          {
            match: "any",
            rules: [
              { left: "l", operator: "one-of", right: "{{ m }}" },
              { left: "n", operator: "is-empty" },
              { operator: "has-no-tag", right: "vip" },
            ],
          },
        ],
      }),
    ).toEqual(["reads l", "reads m", "reads n, guarded", "tag vip"]);
    expect(refs("switch", { value: "vars.v", cases: [{ id: "c", right: "{{ w }}" }] })).toEqual([
      "reads v",
      "reads w",
    ]);
    expect(
      refs("set", {
        assignments: [
          { name: "a", value: "{{ b }}" },
          { target: "contact", name: "c", value: "" },
        ],
      }),
    ).toEqual(["field c", "reads b", "sets a"]);
    expect(
      refs("set", {
        assignments: [
          { name: "a", operation: "pick", value: "order.items[0].name" },
          { name: "b", operation: "count", value: "{{ list }}" },
          { target: "contact", name: "c", operation: "pick", value: "contact.name" },
          { name: "d", value: "four" },
        ],
      }),
    ).toEqual(["field c", "reads list", "reads order", "sets a", "sets b", "sets d, 4 at most"]);
    expect(refs("media", { kind: "image", url: "{{ u }}", caption: "{{ c }}" })).toEqual([
      "reads c",
      "reads u",
    ]);
    expect(refs("wait", { until: "{{ d }}" })).toEqual(["reads d"]);
    expect(refs("hours", { saveNextAs: "h" })).toEqual(["sets h, 25 at most"]);
    const variants = [
      { id: "variant-0", weight: 1 },
      { id: "v", title: "Long one", weight: 1 },
    ];
    expect(refs("split", { experiment: "e", variants })).toEqual([]);
    expect(refs("split", { experiment: "e", variants, saveAs: "s" })).toEqual(["sets s, 9 at most"]);
    expect(refs("for-each", { list: "order.items", itemAs: "i", indexAs: "n" })).toEqual([
      "reads order, guarded",
      "sets i by each",
      "sets n by each, 3 at most",
    ]);
    expect(refs("for-each", { list: "[{{ a }}]" })).toEqual(["reads a", "sets item by each"]);
    expect(refs("handoff", { text: "{{ t }}", note: "{{ n }}" })).toEqual(["reads n", "reads t"]);
  });

  test("which other flows, tags and secrets it needs", () => {
    expect(
      refs("call-flow", {
        flow: "Other",
        inputs: [{ name: "i", value: "{{ a }}" }],
        outputs: [{ from: "x", to: "y" }],
      }),
    ).toEqual([
      "flow Other",
      "reads a",
      "sets error_code by error",
      "sets error_message by error",
      "sets y by next",
    ]);
    expect(
      refs("go-to-flow", {
        flow: "Menu",
        inputs: [{ name: "i", value: "{{ a }}" }],
        keepVariables: "listed",
        keep: ["k"],
      }),
    ).toEqual([
      "flow Menu",
      "reads a",
      "reads k, guarded",
      "sets error_code by error",
      "sets error_message by error",
    ]);
    expect(refs("go-to-node", { node: "n7" })).toEqual(["node n7"]);
    expect(refs("go-to-node", { node: "" })).toEqual([]);
    expect(refs("tag", { add: ["a"], remove: ["b"] })).toEqual(["tag a", "tag b"]);
    expect(
      refs("http-request", {
        ...http,
        auth: { kind: "bearer", secret: "key" },
        save: [{ path: "", name: "n" }],
      }),
    ).toEqual([
      "reads a",
      "secret key",
      "sets error_code by error",
      "sets error_message by error",
      "sets n by next",
    ]);
  });
});
