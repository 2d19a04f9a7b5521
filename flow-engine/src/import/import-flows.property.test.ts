/** Whatever an export holds, its importer neither throws nor forgets an element, and the same goes in as comes out. */
import fc from "fast-check";
import { it } from "vitest";
import { elementsOf } from "./elements.fixture.ts";
import { importFlows } from "./import-flows.ts";

const id = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom("{{Name}}", "{{= 1 =}}", "@results.a", "@(upper(1", "{% if %}", "https://x.example"),
);
const json = fc.jsonValue({ maxDepth: 2 });
const blockType = fc.constantFrom(
  ..."text|image|video|embed|audio|text input|number input|email input|date input|choice input|picture choice input|rating input|file input|cards|Set variable|Condition|Redirect|Code|Typebot link|Wait|AB test|webhook|Jump|Return|Webhook|Email|Chatwoot|openai|start|unheard of".split(
    "|",
  ),
);
const item = fc.record(
  { id, content: fc.oneof(words, json), outgoingEdgeId: id, title: words, paths: json },
  { requiredKeys: ["id"] },
);
const options = fc.oneof(
  json,
  fc.dictionary(
    fc.constantFrom(
      "variableId",
      "url",
      "type",
      "expressionToEvaluate",
      "groupId",
      "typebotId",
      "secondsToWaitFor",
      "webhook",
    ),
    fc.oneof(words, id, json),
  ),
);
const content = fc.oneof(
  json,
  fc.record(
    {
      richText: fc.array(
        fc.record({ type: fc.constant("p"), children: fc.array(fc.record({ text: words })) }),
      ),
      url: words,
    },
    { requiredKeys: [] },
  ),
);
const block = fc.record(
  { id, type: blockType, content, options, items: fc.array(item, { maxLength: 12 }), outgoingEdgeId: id },
  { requiredKeys: ["id", "type"] },
);
const typebot = fc.record({
  version: fc.constantFrom("3", "5", "6", "6.1"),
  name: words,
  events: fc.array(fc.record({ id, type: fc.constantFrom("start", "reply"), outgoingEdgeId: id }), {
    maxLength: 2,
  }),
  groups: fc.array(fc.record({ id, title: words, blocks: fc.array(block, { maxLength: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  edges: fc.array(
    fc.record({ id, to: fc.record({ groupId: id, blockId: id }, { requiredKeys: ["groupId"] }) }),
    { maxLength: 8 },
  ),
  variables: fc.array(fc.record({ id, name: words }), { maxLength: 4 }),
  theme: json,
  settings: json,
});

const actionType = fc.constantFrom(
  ..."send_msg|set_run_result|set_contact_field|set_contact_name|add_contact_groups|call_webhook|enter_flow|open_ticket|send_email|call_llm|transfer_airtime|unheard_of".split(
    "|",
  ),
);
const action = fc.record(
  {
    uuid: id,
    type: actionType,
    text: words,
    quick_replies: fc.array(words, { maxLength: 12 }),
    attachments: fc.array(words),
    name: words,
    value: words,
    url: words,
    groups: json,
    flow: json,
    field: json,
    addresses: fc.array(words),
  },
  { requiredKeys: ["uuid", "type"] },
);
const router = fc.record(
  {
    type: fc.constantFrom("switch", "random"),
    operand: words,
    result_name: words,
    default_category_uuid: id,
    wait: fc.option(
      fc.record(
        { type: fc.constant("msg"), timeout: fc.record({ seconds: fc.integer(), category_uuid: id }) },
        { requiredKeys: ["type"] },
      ),
    ),
    cases: fc.array(
      fc.record({
        uuid: id,
        type: fc.constantFrom(
          "has_any_word",
          "has_group",
          "has_number_between",
          "has_pattern",
          "has_all_words",
          "has_nothing",
        ),
        arguments: fc.array(words),
        category_uuid: id,
      }),
      { maxLength: 4 },
    ),
    categories: fc.array(fc.record({ uuid: id, name: words, exit_uuid: id }), { maxLength: 4 }),
  },
  { requiredKeys: ["type"] },
);
const node = fc.record({
  uuid: id,
  actions: fc.array(action, { maxLength: 4 }),
  router: fc.option(router),
  exits: fc.array(fc.record({ uuid: id, destination_uuid: id }), { maxLength: 3 }),
});
const rapidpro = fc.record({
  version: fc.constant("13"),
  flows: fc.array(
    fc.record({
      uuid: id,
      name: words,
      spec_version: fc.constantFrom("13.0", "14.4.2"),
      language: fc.constantFrom("eng", "und"),
      nodes: fc.array(node, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  triggers: fc.array(
    fc.record({
      trigger_type: fc.constantFrom("K", "C", "M"),
      keywords: fc.array(words),
      flow: fc.record({ uuid: id }),
    }),
    { maxLength: 3 },
  ),
});

function namesEach(kind: "typebot" | "rapidpro", source: unknown): boolean {
  const { flows, report } = importFlows(source);
  const told = [...flows.flatMap((flow) => flow.report), ...report].map(
    (entry) => `${entry.kind} ${entry.id}`,
  );
  return JSON.stringify(told.sort()) === JSON.stringify(elementsOf(kind, source).sort());
}

it("names each element of any Typebot once", () => {
  fc.assert(
    fc.property(typebot, (source) => namesEach("typebot", source)),
    { numRuns: 500 },
  );
});

it("names each element of any RapidPro export once", () => {
  fc.assert(
    fc.property(rapidpro, (source) => namesEach("rapidpro", source)),
    { numRuns: 500 },
  );
});
