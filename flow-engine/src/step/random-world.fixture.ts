/** Arbitrary worlds for property tests: a few flows over every node type, with cycles, loose ends and calls of each other. */
import fc from "fast-check";
import { OPERATORS } from "../expressions/operators.ts";
import { compile } from "../flow/compile.ts";
import type { Program } from "../flow/program.ts";
import { FLOW_FORMAT } from "../flow/schema.ts";
import { EXTRACT_TYPES } from "../nodes/ai-extract/schema.ts";
import { ASK_KINDS } from "../nodes/ask/schema.ts";
import { FIELD_TYPES } from "../nodes/contact-field/schema.ts";
import { KEEP_VARIABLES } from "../nodes/go-to-flow/schema.ts";
import { type NodeType, nodeSpec } from "../nodes/index.ts";
import { NOTIFY_WAYS } from "../nodes/notify/schema.ts";
import { SET_OPERATIONS, SET_TYPES } from "../nodes/set/schema.ts";
import { WAIT_UNITS } from "../nodes/wait/schema.ts";

const VARIABLES = ["a", "b", "c", "d_id", "contact", "message", "__proto__", "constructor"];
export const ERROR_MESSAGE = "Something went wrong.";

const variable = fc.constantFrom(...VARIABLES);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Plain paths, Liquid, things that look like templates, and bombs. */
const template = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom(
      "Hola",
      "{{ a }}",
      "¡{{ contact.name }}! {{ message.text }}",
      "{{ vars.b }} ",
      "",
    ),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      "{{ a | append: b | upcase }}",
      "{% for i in (1..3) %}{{ i }}{{ a }}{% endfor %}",
      "{% for pair in c %}{{ pair }}{% endfor %}{{ b }}",
      "{% if a %}sí{% else %}no{% endif %}",
      "{{ 'now' | date: '%F %T' }}",
      "{{ c | split: ',' | first | default: contact.tags }}",
      "{{ __proto__ }}{{ constructor.name }}{{ a.b.c }}",
      "{{ contact.tags | where: 'x', a | size | plus: a }}",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "{% for i in (1..99999999) %}x{% endfor %}",
      "{% for i in (1..4000) %}xxxx{% endfor %}",
    ),
  },
);

const texts = { text: template, invalidText: optional(template) };
const question = {
  saveAs: optional(variable),
  retries: fc.integer({ min: 0, max: 2 }),
  timeoutMinutes: optional(fc.integer({ min: 1, max: 10_000 })),
};
/** Values for `set`: of the forms its operations read, and of none. */
const ODD_VALUES = [
  "1",
  "-0",
  "1e308",
  "[1]",
  '{"__proto__":{"x":1}}',
  "sí",
  "c[0].a",
  "__proto__",
  "-1 month",
  "a, b",
  "hoy",
];
const optionId = (index: number) => fc.constant(`opt-${index}`);
const rule = fc.record({
  left: fc.constantFrom("a", "b", "contact.tags", "message.text", "contact.fields.n", ""),
  operator: fc.constantFrom(...OPERATORS),
  right: fc.constantFrom(
    "1",
    "hola",
    "{{ b }}",
    "2026-01-01",
    "lead",
    "^h",
    "1..5",
    "3d",
    "mon..fri",
    "09:00..17:00",
  ),
});
const ruleGroup = fc.record({
  match: fc.constantFrom("all", "any"),
  rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
});
const named = (value: fc.Arbitrary<string>) =>
  fc.array(fc.record({ name: variable, value }), { maxLength: 2 });

const policy = { onError: fc.constantFrom("branch", "default", "fail"), defaultValue: template };
const ai = { model: fc.constant("m"), system: template, ...policy };
const assignee = fc.constantFrom(
  { kind: "nobody" },
  { kind: "user", user: "{{ a }}" },
  { kind: "rule", rule: "least-busy" },
);
const flowRef = fc.constantFrom("F0", "F1", "F2", "v1", "v2", "gone");
const clock = fc.constantFrom("00:00", "02:30", "09:00", "24:00");
const schedule = fc.record({
  week: fc.record({ mon: fc.array(fc.record({ from: clock, to: clock }), { maxLength: 2 }) }),
  timeZone: optional(fc.constantFrom("America/New_York", "Not/AZone")),
});

/** Valid data of each node type. A new type does not compile until it is here. */
const DATA = {
  start: fc.constant({}),
  text: fc.record({ text: template }),
  media: fc.record({
    kind: fc.constantFrom("image", "audio"),
    url: optional(fc.constantFrom("https://example.org/{{ a }}", "{{ a }}", "nope")),
    fileId: optional(fc.constant("f1")),
    caption: optional(template),
  }),
  buttons: fc.record({
    ...texts,
    ...question,
    header: optional(fc.record({ kind: fc.constant("text"), text: template })),
    options: fc.tuple(
      fc.record({ id: optionId(0), title: fc.constantFrom("Sí", "{{ a }}", "") }),
      fc.record({ id: fc.constantFrom("opt-1", "constructor", "invalid"), title: fc.constant("No") }),
    ),
  }),
  list: fc.record({
    ...texts,
    ...question,
    button: template,
    sections: fc.constant([
      { rows: [{ id: "opt-0", title: "Sí" }] },
      { title: "B", rows: [{ id: "opt-1", title: "{{ b }}" }] },
    ]),
  }),
  ask: fc.record({
    ...texts,
    ...question,
    kind: fc.constantFrom(...ASK_KINDS),
    saveAs: variable,
    contactField: optional(variable),
    min: optional(fc.integer({ min: -5, max: 5 })),
    max: optional(fc.integer({ min: -5, max: 50 })),
    pattern: optional(fc.constantFrom("h.*", "(a+)+", "\\d{4}")),
    skipWord: optional(fc.constantFrom("no", "saltar")),
  }),
  condition: fc.record({
    match: fc.constantFrom("all", "any"),
    rules: fc.array(fc.oneof({ weight: 3, arbitrary: rule }, { weight: 1, arbitrary: ruleGroup }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  switch: fc.record({
    value: fc.constantFrom("a", "message.text", "vars.c"),
    cases: fc.tuple(
      fc.record({ id: optionId(0), operator: fc.constantFrom(...OPERATORS), right: fc.constant("1") }),
      fc.record({ id: optionId(1), right: template }),
    ),
  }),
  set: fc.record({
    assignments: fc.array(
      fc.record({
        target: fc.constantFrom("variable", "contact"),
        name: variable,
        operation: fc.constantFrom(...SET_OPERATIONS),
        value: fc.oneof(template, fc.constantFrom(...ODD_VALUES)),
        as: fc.constantFrom(...SET_TYPES),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  wait: fc.record({
    amount: fc.constantFrom(0, 0.5, 1, 400, 525_600),
    unit: fc.constantFrom(...WAIT_UNITS),
    until: optional(fc.constantFrom("2026-12-31", "{{ a }}", "2020-01-01T00:00")),
    offset: optional(
      fc.record({ amount: fc.integer({ min: -400, max: 400 }), unit: fc.constantFrom(...WAIT_UNITS) }),
    ),
    at: optional(fc.constantFrom("00:00", "02:30", "23:59")),
    window: optional(fc.oneof(fc.constant("workspace"), schedule)),
    zone: fc.constantFrom("workspace", "contact"),
  }),
  hours: fc.record({ schedule: optional(schedule), saveNextAs: optional(variable) }),
  split: fc.record({
    experiment: fc.constantFrom("", "e1"),
    variants: fc.tuple(
      fc.record({ id: optionId(0), weight: fc.constantFrom(0, 0.5, 1_000) }),
      fc.record({ id: fc.constantFrom("opt-1", "opt-0", "constructor"), title: template, weight: fc.nat(3) }),
    ),
    sticky: fc.boolean(),
    saveAs: optional(variable),
  }),
  "http-request": fc.record({
    method: fc.constantFrom("GET", "POST"),
    url: fc.constantFrom("https://example.org/{{ a }}", "https://example.org/?q={{ b | upcase }}", "{{ a }}"),
    headers: named(template),
    body: optional(fc.constantFrom('{"a":"{{ a }}","b":{{ b }}}', "{{ message.text | upcase }}")),
    save: fc.array(fc.record({ path: fc.constantFrom("", "a", "a.0.length", "__proto__"), name: variable }), {
      maxLength: 2,
    }),
    saveStatusAs: optional(variable),
  }),
  "wait-for-webhook": fc.record({
    save: fc.array(fc.record({ path: fc.constantFrom("", "a"), name: variable }), { maxLength: 2 }),
    timeoutMinutes: question.timeoutMinutes,
  }),
  "ai-reply": fc.record({
    ...ai,
    prompt: optional(template),
    maxLength: fc.constantFrom(20, 1_600),
    send: fc.boolean(),
    saveAs: optional(variable),
    chat: optional(
      fc.record({ maxTurns: fc.integer({ min: 1, max: 3 }), doneWord: fc.constantFrom("no", "adiós") }),
    ),
  }),
  "ai-classify": fc.record({
    ...ai,
    input: template,
    categories: fc.constant([
      { id: "cat-0", title: "A" },
      { id: "none", title: "B" },
    ]),
  }),
  "ai-extract": fc.record({
    ...ai,
    input: template,
    fields: fc.array(
      fc.record({ name: variable, type: fc.constantFrom(...EXTRACT_TYPES), required: fc.boolean() }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  handoff: fc.record({
    text: template,
    note: optional(template),
    assign: optional(assignee),
    onHandBack: fc.constantFrom("continue", "end"),
    timeoutMinutes: question.timeoutMinutes,
  }),
  assign: fc.record({ to: assignee }),
  note: fc.record({ text: template }),
  notify: fc.record({
    by: fc.constantFrom(...NOTIFY_WAYS),
    to: fc.constantFrom("a@example.org", "https://example.org/{{ a }}", "{{ a }}", ""),
    secret: optional(fc.constant("s")),
    text: template,
    data: named(template),
    waitForResult: fc.boolean(),
    ...policy,
  }),
  tag: fc.record({ add: fc.subarray(["lead", "vip"]), remove: fc.subarray(["lead", "vip"]) }),
  "contact-field": fc.record({
    fields: fc.array(
      fc.record({
        field: fc.constantFrom("name", "email", "language", "timeZone", "city", "__proto__"),
        operation: fc.constantFrom("set", "clear"),
        as: fc.constantFrom(...FIELD_TYPES),
        value: fc.oneof(
          template,
          fc.constantFrom("es_mx", "Europe/Madrid", "a@b.co", "2026-03-02", "[1]", "3,5"),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  "opt-in": fc.record({ topic: optional(fc.constant("offers")) }),
  "opt-out": fc.record({ topic: optional(fc.constant("offers")) }),
  track: fc.record({
    event: fc.constantFrom("sale", ""),
    value: optional(fc.constantFrom("{{ a }}", "3,5")),
    properties: named(template),
  }),
  "go-to-flow": fc.record({
    flow: flowRef,
    inputs: named(template),
    keepVariables: fc.constantFrom(...KEEP_VARIABLES),
    keep: fc.array(variable, { maxLength: 2 }),
  }),
  "go-to-node": fc.record({ node: fc.constantFrom("n0", "n1", "n5", "start", "ghost", "") }),
  "for-each": fc.record({
    list: fc.oneof(
      fc.constantFrom("b", "c.a", "contact.tags", '[1, -0, {"b":[]}]', "[{{ a }}, {{ b }}]"),
      template,
    ),
    itemAs: variable,
    indexAs: optional(variable),
    max: fc.constantFrom(1, 2, 100),
  }),
  "call-flow": fc.record({
    flow: flowRef,
    inputs: fc.array(
      fc.record({
        name: variable,
        value: template,
        as: fc.constantFrom("text", "number", "boolean", "json"),
      }),
      { maxLength: 2 },
    ),
    outputs: fc.array(fc.record({ from: variable, to: variable }), { maxLength: 2 }),
  }),
  end: fc.constant({}),
} satisfies Record<NodeType, fc.Arbitrary<Record<string, unknown>>>;

/** Questions are the heart of flows; without many of them most walks would be over in a step. */
const weightOf = (type: string): number => (["buttons", "list", "ask"].includes(type) ? 16 : 1);

const node = fc.oneof(
  ...Object.entries(DATA)
    .filter(([type]) => type !== "start")
    .map(([type, data]) => {
      const arbitrary = data.map((each) => ({ type, data: withoutUndefined(each) }));
      return { weight: weightOf(type), arbitrary };
    }),
);

function withoutUndefined(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** Where the ports lead, taken in turn: a node's number, or nowhere, or a node that is not there. */
const NOWHERE = -1;
const GHOST = -2;
const targets = fc.array(
  fc.oneof(
    { weight: 40, arbitrary: fc.nat(7) },
    { weight: 3, arbitrary: fc.constant(NOWHERE) },
    { weight: 1, arbitrary: fc.constant(GHOST) },
  ),
  { minLength: 20, maxLength: 20 },
);

const flow = fc.record({ nodes: fc.array(node, { minLength: 1, maxLength: 8 }), targets });
type RandomFlow = typeof flow extends fc.Arbitrary<infer T> ? T : never;

/** What each flow begins with; a name of the environment among them. */
const INPUTS = [
  { name: "b", as: "json", default: '["x", "y"]' },
  { name: "d_id", as: "number", required: true },
  { name: "message", default: "x" },
];

function definitionOf({ nodes, targets: turns }: RandomFlow, name: string) {
  const envelopes = nodes.map((each, index) => ({ id: `n${index}`, ...each }));
  const ports = envelopes.flatMap(({ id, type, data }) => {
    const spec = nodeSpec(type);
    return spec.ports(spec.schema.parse(data)).map((port) => ({ source: id, sourceHandle: port.id }));
  });
  const edges = ports.flatMap((port, index) => {
    const turn = turns[index % turns.length] ?? 0;
    if (turn === NOWHERE) return [];
    const target = turn === GHOST ? "ghost" : `n${turn % nodes.length}`;
    return [{ id: `e${index}`, ...port, target }];
  });
  const settings = { errorMessage: ERROR_MESSAGE, fallbackMessage: nodes.length % 2 ? "¿Cómo?" : "" };
  const start = { id: "start-edge", source: "start", target: "n0" };
  return { format: FLOW_FORMAT, name, settings, inputs: INPUTS, nodes: envelopes, edges: [start, ...edges] };
}

/** The definitions of flows F0, F1 and F2; the first is the one that runs. */
export const worldArbitrary = fc
  .tuple(flow, flow, flow)
  .map((flows) => flows.map((each, index) => definitionOf(each, `F${index}`)));

/** Half of the texts of half of the nodes, in a language some contacts speak. */
const translations = fc.dictionary(
  fc.nat(7).map((n) => `n${n}`),
  fc.dictionary(fc.constantFrom("text", "options.opt-0.title", "invalidText", "button"), template, {
    maxKeys: 3,
  }),
  { maxKeys: 4 },
);

/** The same flows with translations, inputs and outputs. */
export const translatedWorldArbitrary = fc
  .tuple(worldArbitrary, translations, fc.boolean())
  .map(([world, pt, globalWords]) =>
    world.map((flow) => ({
      ...flow,
      language: "es",
      translations: { pt },
      inputs: [{ name: "a", default: "0" }],
      settings: { ...flow.settings, globalWords },
    })),
  );
export type World = typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Compiles a world anew: two compilations must behave as one. */
export function compileWorld(world: World): {
  root: Program;
  programs: (ref: string) => Program | undefined;
} {
  const compiled = world.map((definition, index) => compile(definition, `v${index}`));
  const [root] = compiled;
  if (!root) throw new Error("a world without flows");
  return { root, programs: (ref) => compiled.find((program) => program.id === ref || program.name === ref) };
}
