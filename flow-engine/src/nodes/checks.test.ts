/** What each node type's own check finds. */
import { expect, test } from "vitest";
import type { NodeProblem } from "./define-node.ts";
import { NODE_SPECS, type NodeType, nodeSpec } from "./index.ts";
import { nodeProblems } from "./node-facts.ts";

function problems(type: NodeType, data: Record<string, unknown>): NodeProblem[] {
  const spec = nodeSpec(type);
  return nodeProblems(spec, spec.schema.parse(data));
}
const codes = (type: NodeType, data: Record<string, unknown>) => problems(type, data).map(({ code }) => code);

const long = (length: number) => "x".repeat(length);
const option = (id: string, title = id) => ({ id, title });
const buttons = { text: "¿Qué?", options: [option("a"), option("b")] };
const list = { text: "¿Qué?", button: "Ver", sections: [{ rows: [option("a")] }] };
const rows = (count: number) => Array.from({ length: count }, (_, index) => option(`r${index}`));
const ask = { text: "¿Qué?", saveAs: "r" };
const http = { url: "https://api.example.org/{{ a }}" };
const rule = { left: "a", operator: "equals", right: "1" };
const assignment = { name: "a", value: "1" };

test("a node in order has no problems", () => {
  const sound: Partial<Record<NodeType, Record<string, unknown>>> = {
    text: { text: "Hola {{ contact.name }}" },
    media: { kind: "image", url: "https://example.org/{{ a }}" },
    buttons: {
      ...buttons,
      header: { kind: "text", text: "H" },
      footer: "F",
      saveAs: "tema",
      invalidText: "Elige",
    },
    list: {
      ...list,
      sections: [
        { title: "A", rows: rows(5) },
        { title: "B", rows: [option("z")] },
      ],
    },
    ask: { ...ask, pattern: "\\d+", min: 1, max: 3 },
    condition: { rules: [rule, { operator: "has-tag", right: "vip" }, { left: "a", operator: "is-set" }] },
    switch: {
      value: "a",
      cases: [
        { id: "c", right: "1" },
        { id: "d", operator: "matches", right: "^x" },
      ],
    },
    set: { assignments: [assignment, { target: "contact", name: "city", value: "{{ a }}" }] },
    wait: { until: "2026-12-31T10:00" },
    "http-request": {
      ...http,
      method: "POST",
      headers: [{ name: "X-A", value: "b" }],
      body: '{"a":1}',
      save: [{ path: "a", name: "b" }],
    },
    handoff: { text: "Un momento" },
    tag: { add: ["vip"] },
    "call-flow": {
      flow: "Other",
      inputs: [{ name: "a", value: "{{ b }}" }],
      outputs: [{ from: "c", to: "d" }],
    },
  };
  for (const [type, data] of Object.entries(sound))
    expect(problems(type as NodeType, data), type).toEqual([]);
});

const TABLE: [NodeType, string, Record<string, unknown>, string[]][] = [
  ["text", "nothing to say", { text: " " }, ["text-empty"]],
  ["text", "an unknown filter", { text: "{{ a | shout }}" }, ["template-filter-unknown"]],
  ["text", "a tag left open", { text: "{% if a %}" }, ["template-syntax"]],
  ["media", "nothing to send", { kind: "image" }, ["media-missing"]],
  ["media", "an address that is none", { kind: "image", url: "menu.jpg" }, ["url-invalid"]],
  ["media", "a caption too long", { kind: "image", fileId: "f", caption: long(1_025) }, ["caption-too-long"]],

  ["buttons", "too many buttons", { ...buttons, options: rows(4) }, ["buttons-too-many"]],
  ["buttons", "a title too long", { ...buttons, options: [option("a", long(21))] }, ["title-too-long"]],
  [
    "buttons",
    "a title too long around a value",
    { ...buttons, options: [option("a", `${long(21)}{{ b }}`)] },
    ["title-too-long"],
  ],
  ["buttons", "an empty title", { ...buttons, options: [option("a", "")] }, ["title-empty"]],
  [
    "buttons",
    "two titles that look alike",
    { ...buttons, options: [option("a", "Sí"), option("b", "si ")] },
    ["title-twice"],
  ],
  [
    "buttons",
    "two ids alike",
    { ...buttons, options: [option("a", "1"), option("a", "2")] },
    ["option-id-twice"],
  ],
  [
    "buttons",
    "an id that names another port",
    { ...buttons, options: [option("timeout")] },
    ["option-id-reserved"],
  ],
  [
    "buttons",
    "texts too long",
    { ...buttons, text: long(1_025), footer: long(61), header: { kind: "text", text: long(61) } },
    ["text-too-long", "header-too-long", "footer-too-long"],
  ],
  [
    "buttons",
    "a variable that belongs to the environment",
    { ...buttons, saveAs: "contact" },
    ["variable-reserved"],
  ],
  [
    "buttons",
    "a filter in the header that does not exist",
    { ...buttons, header: { kind: "text", text: "{{ a | x }}" } },
    ["template-filter-unknown"],
  ],

  [
    "list",
    "more rows than WhatsApp takes, over all sections",
    {
      ...list,
      sections: [
        { title: "A", rows: rows(6) },
        { title: "B", rows: rows(11).slice(6) },
      ],
    },
    ["rows-too-many"],
  ],
  [
    "list",
    "sections without titles",
    { ...list, sections: [{ rows: rows(1) }, { title: "B", rows: [option("z")] }] },
    ["section-title-empty"],
  ],
  [
    "list",
    "texts too long",
    {
      ...list,
      button: long(21),
      sections: [{ title: long(25), rows: [{ ...option("a", long(25)), description: long(73) }] }],
    },
    ["button-too-long", "section-title-too-long", "title-too-long", "description-too-long"],
  ],
  [
    "list",
    "ids alike in two sections",
    {
      ...list,
      sections: [
        { title: "A", rows: [option("a", "1")] },
        { title: "B", rows: [option("a", "2")] },
      ],
    },
    ["option-id-twice"],
  ],
  ["list", "no button", { ...list, button: "" }, ["button-empty"]],

  ["condition", "nothing to look at", { rules: [{ ...rule, left: "" }] }, ["rule-left-empty"]],
  ["condition", "nothing to compare with", { rules: [{ ...rule, right: "" }] }, ["rule-right-empty"]],
  ["condition", "no tag", { rules: [{ operator: "has-tag" }] }, ["rule-tag-empty"]],
  ["condition", "an empty pattern", { rules: [{ left: "a", operator: "matches" }] }, ["pattern-empty"]],
  [
    "condition",
    "a bad template",
    { rules: [{ ...rule, right: "{{ a | x }}" }] },
    ["template-filter-unknown"],
  ],
  [
    "switch",
    "a pattern that can't be read",
    { value: "a", cases: [{ id: "c", operator: "matches", right: "(" }] },
    ["pattern-syntax"],
  ],
  [
    "switch",
    "an id that names the last way out",
    { value: "a", cases: [{ id: "else", right: "1" }] },
    ["option-id-twice"],
  ],

  [
    "set",
    "a name of the environment",
    { assignments: [{ ...assignment, name: "message" }] },
    ["variable-reserved"],
  ],
  [
    "set",
    "a field that only the server writes",
    { assignments: [{ ...assignment, target: "contact", name: "tags" }] },
    ["contact-field-fixed"],
  ],
  ["set", "a bad template", { assignments: [{ ...assignment, value: "{{" }] }, ["template-syntax"]],
  ["wait", "a wait of more than a year", { amount: 366, unit: "days" }, ["wait-too-long"]],
  ["wait", "no time", { amount: 0 }, ["wait-empty"]],
  ["wait", "a date that is none", { until: "31/12/2026" }, ["date-unreadable"]],

  ["http-request", "no address", { url: "" }, ["url-empty"]],
  ["http-request", "an address of another kind", { url: "ftp://example.org" }, ["url-invalid"]],
  ["http-request", "an address with spaces", { url: "https://example.org/a b" }, ["url-invalid"]],
  ["http-request", "an address that begins wrongly", { url: "api.example.org/{{ a }}" }, ["url-invalid"]],
  [
    "http-request",
    "a header that can't be",
    { ...http, headers: [{ name: "X A", value: "b" }] },
    ["header-name"],
  ],
  [
    "http-request",
    "a header of the connection",
    { ...http, headers: [{ name: "Host", value: "b" }] },
    ["header-fixed"],
  ],
  ["http-request", "a body that is not JSON", { ...http, method: "POST", body: "a=1" }, ["body-not-json"]],
  ["http-request", "a body that is not sent", { ...http, body: "{}" }, ["body-unused"]],
  ["handoff", "a bad note", { note: "{{ a | x }}" }, ["template-filter-unknown"]],
  ["tag", "no tags", {}, ["tags-empty"]],
  ["call-flow", "no flow", { flow: "" }, ["flow-empty"]],
  [
    "call-flow",
    "a name of the environment",
    { flow: "a", outputs: [{ from: "a", to: "vars" }] },
    ["variable-reserved"],
  ],
];

test.each(TABLE)("%s: %s", (type, _what, data, expected) => {
  expect(codes(type, data)).toEqual(expected);
});

test("every problem is a sentence that says what to do, under a stable code", () => {
  for (const { code, message } of TABLE.flatMap(([type, , data]) => problems(type, data))) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(message, code).toMatch(/^[A-Z“].{20,}\.$/s);
  }
});

test("what is refused when compiled is found by the check", () => {
  for (const { type } of NODE_SPECS) {
    const spec = nodeSpec(type);
    for (const [, , data] of TABLE.filter(([of]) => of === type)) {
      const parsed = spec.schema.parse(data);
      let refused = false;
      try {
        spec.prepare(parsed);
      } catch {
        refused = true;
      }
      if (refused) expect(nodeProblems(spec, parsed).some(({ severity }) => severity === "error")).toBe(true);
    }
  }
});
