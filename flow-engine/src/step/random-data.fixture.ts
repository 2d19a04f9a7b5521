/** Arbitrary data of every node type, for property tests (one table, which is the reason for its length): texts, names and values of the forms their nodes read, and of none. */
import fc from "fast-check";
import { OPERATORS } from "../expressions/operators.ts";
import { EXTRACT_TYPES } from "../nodes/ai-extract/schema.ts";
import { ASK_KINDS } from "../nodes/ask/schema.ts";
import { FIELD_TYPES } from "../nodes/contact-field/schema.ts";
import { KEEP_VARIABLES } from "../nodes/go-to-flow/schema.ts";
import type { NodeType } from "../nodes/index.ts";
import { NOTIFY_WAYS } from "../nodes/notify/schema.ts";
import { SET_OPERATIONS, SET_TYPES } from "../nodes/set/schema.ts";
import { WAIT_UNITS } from "../nodes/wait/schema.ts";

const VARIABLES = ["a", "b", "c", "d_id", "contact", "message", "__proto__", "constructor"];

const variable = fc.constantFrom(...VARIABLES);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Plain paths, Liquid, things that look like templates, and bombs. */
export const template = fc.oneof(
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

const link = fc.constantFrom("https://example.org/{{ a }}", "{{ a }}", "nope");
const place = { latitude: fc.constantFrom("36.5", "{{ a }}", "91"), longitude: fc.constant("-6.2") };
const replyButton = (index: number) =>
  fc.record({ kind: fc.constant("reply"), id: optionId(index), title: fc.constantFrom("Sí", "{{ a }}") });
const urlButton = fc.record({ kind: fc.constant("url"), label: template, url: link });

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
const choiceOptions = fc
  .array(fc.constantFrom("Sí", "No", "{{ a }}", "Una opción con un nombre que no cabe en un botón"), {
    maxLength: 12,
  })
  .map((titles) => titles.map((title, n) => ({ id: `opt-${n}`, title })));

export const DATA = {
  start: fc.constant({}),
  text: fc.record({ text: template }),
  media: fc.record({
    kind: fc.constantFrom("image", "audio"),
    url: optional(fc.constantFrom("https://example.org/{{ a }}", "{{ a }}", "nope")),
    fileId: optional(fc.constant("f1")),
    caption: optional(template),
  }),
  "cta-url": fc.record({ text: template, label: template, url: link, footer: optional(template) }),
  location: fc.record({ ...place, name: optional(template) }),
  "contact-card": fc.record({
    contacts: fc.array(
      fc.record({ name: template, phones: fc.array(template, { maxLength: 2 }), url: optional(link) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  }),
  reaction: fc.record({ emoji: fc.constantFrom("👍", "", "{{ a }}") }),
  product: fc.record({
    text: template,
    catalogId: fc.constant("c"),
    sections: fc.array(
      fc.record({ title: optional(template), products: fc.array(template, { minLength: 1, maxLength: 2 }) }),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
    link: optional(link),
  }),
  carousel: fc.record({
    ...texts,
    ...question,
    cards: fc.tuple(
      fc.record({ title: template, buttons: fc.oneof(fc.constant([]), fc.tuple(replyButton(0), urlButton)) }),
      fc.record({
        media: fc.record({ kind: fc.constant("image"), url: link }),
        buttons: fc.oneof(fc.constant([]), fc.tuple(replyButton(1))),
      }),
    ),
  }),
  template: fc.record({
    ...question,
    invalidText: optional(template),
    name: fc.constant("order_update"),
    language: fc.constant("es"),
    header: optional(
      fc.oneof(
        fc.record({ kind: fc.constant("text"), text: template }),
        fc.record({
          kind: fc.constant("media"),
          media: fc.record({ kind: fc.constant("image"), url: link }),
        }),
        fc.record({ kind: fc.constant("location"), ...place }),
      ),
    ),
    body: fc.array(fc.record({ text: template }), { maxLength: 2 }),
    buttons: fc.oneof(
      fc.constant([]),
      fc.tuple(
        fc.record({ kind: fc.constant("quick-reply"), id: optionId(0), title: fc.constant("Sí") }),
        fc.constantFrom(
          { kind: "url", text: "{{ a }}" },
          { kind: "copy-code", code: "{{ a }}" },
          { kind: "form" },
        ),
      ),
    ),
    text: optional(template),
  }),
  typing: fc.record({ seconds: fc.constantFrom(0.5, 25) }),
  "mark-read": fc.constant({}),
  "whatsapp-form": fc.record({
    ...texts,
    ...question,
    button: template,
    formId: fc.constant("f"),
    data: named(template),
    link: optional(link),
    save: fc.array(fc.record({ path: fc.constantFrom("", "a"), name: variable }), { maxLength: 2 }),
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
    earliest: optional(fc.constantFrom("today", "09:00", "{{ a }}")),
    latest: optional(fc.constantFrom("2026-12-31", "18:00", "{{ b }}")),
    outsideText: optional(template),
    pattern: optional(fc.constantFrom("h.*", "(a+)+", "\\d{4}")),
    skipWord: optional(fc.constantFrom("no", "saltar", "paso, nada")),
    options: optional(choiceOptions),
    multiple: optional(fc.record({ min: fc.nat(2), max: optional(fc.integer({ min: 1, max: 4 })) })),
    offer: optional(fc.boolean()),
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
