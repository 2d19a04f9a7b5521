/** What the own checks of the steps that decide, wait, loop and jump find. */
import { type CheckRow, testChecks } from "./checks.fixture.ts";

const rule = { left: "a", operator: "equals", right: "1" };
const split = {
  experiment: "e",
  variants: [
    { id: "a", weight: 1 },
    { id: "b", weight: 0 },
  ],
};

const RULES: CheckRow[] = [
  [
    "condition",
    "an empty pattern not to match",
    { rules: [{ left: "a", operator: "not-matches" }] },
    ["pattern-empty"],
  ],
  [
    "condition",
    "nothing to look at in a group",
    { rules: [rule, { match: "any", rules: [rule, { ...rule, left: "" }] }] },
    ["rule-left-empty"],
  ],
  ...(
    [
      ["a count that is none", "count-at-least", "many"],
      ["a range that is none", "between", "10"],
      ["a range that runs backwards", "between", "2026-02-01..2026-01-01"],
      ["a date that is none", "before", "tomorrow"],
      ["a length of time that is none", "in-last", "3 fortnights"],
      ["a day that is none", "weekday-is", "mon, someday"],
      ["a month that is none", "month-is", "13"],
      ["a time of day that is none", "time-between", "9..17"],
      ["no range", "between", ""],
    ] as const
  ).map(([what, operator, right]): CheckRow => {
    return ["condition", what, { rules: [{ left: "a", operator, right }] }, ["rule-right-unreadable"]];
  }),
];

const VALUES: CheckRow[] = [
  ["set", "no path to pick from", { assignments: [{ name: "a", operation: "pick" }] }, ["path-empty"]],
  [
    "set",
    "no list to count",
    { assignments: [{ name: "a", operation: "count", value: " " }] },
    ["path-empty"],
  ],
  [
    "set",
    "a length of time that is none",
    { assignments: [{ name: "a", operation: "add-time", value: "soon" }] },
    ["value-unreadable"],
  ],
  [
    "set",
    "decimals that are none",
    { assignments: [{ name: "a", operation: "round", value: "many" }] },
    ["value-unreadable"],
  ],
];

const TIMES: CheckRow[] = [
  ["wait", "a wait of more than twelve months", { amount: 13, unit: "months" }, ["wait-too-long"]],
  ["wait", "no date to wait for", { until: " " }, ["date-empty"]],
  [
    "wait",
    "a time before a date of more than a year",
    { until: "{{ d }}", offset: { amount: -53, unit: "weeks" } },
    ["wait-too-long"],
  ],
  ["wait", "a time before no date", { offset: { amount: -1, unit: "days" } }, ["offset-unused"]],
  ["wait", "opening hours without hours", { amount: 1, window: { week: { mon: [] } } }, ["schedule-empty"]],
  ["hours", "opening hours without hours", { schedule: {} }, ["schedule-empty"]],
  [
    "hours",
    "a zone that there is not",
    {
      schedule: {
        timeZone: "Europe/Nowhere",
        days: [{ date: "12-24", spans: [{ from: "09:00", to: "12:00" }] }],
      },
    },
    ["time-zone-unknown"],
  ],
  ["hours", "a name of the environment", { saveNextAs: "system" }, ["variable-reserved"]],
  ["split", "no name", { ...split, experiment: " " }, ["experiment-empty"]],
  [
    "split",
    "two ids alike",
    { ...split, variants: [...split.variants, { id: "a", weight: 1 }] },
    ["option-id-twice"],
  ],
  [
    "split",
    "no weights",
    { ...split, variants: split.variants.map((each) => ({ ...each, weight: 0 })) },
    ["weights-empty"],
  ],
  ["split", "a variable that templates can't read", { ...split, saveAs: "mi nombre" }, ["variable-name"]],
];

const WAYS: CheckRow[] = [
  ["go-to-flow", "no flow", { flow: " " }, ["flow-empty"]],
  [
    "go-to-flow",
    "a name that can't be kept",
    { flow: "a", keepVariables: "listed", keep: ["contact"] },
    ["variable-reserved"],
  ],
  ["go-to-node", "no step", { node: "" }, ["node-empty"]],
  ["for-each", "no list", { list: " " }, ["list-empty"]],
  ["for-each", "a bad template", { list: "{{ a | x }}" }, ["template-filter-unknown"]],
  ["for-each", "a name of the environment", { list: "a", itemAs: "message" }, ["variable-reserved"]],
];

testChecks(
  [
    [
      "condition",
      {
        rules: [
          rule,
          { operator: "in-hours" },
          {
            match: "any",
            rules: [
              { operator: "weekday-is", right: "mon..fri" },
              { left: "a", operator: "between", right: "{{ b }}..{{ c }}" },
              { left: "a", operator: "in-next", right: "3d" },
            ],
          },
        ],
      },
    ],
    [
      "set",
      {
        assignments: [
          { name: "b", operation: "pick", value: "a[0].b" },
          { name: "c", operation: "add-time", value: "{{ n }} days" },
          { name: "d", operation: "round" },
          { name: "e", operation: "uppercase" },
        ],
      },
    ],
    ["wait", { until: "2026-12-31T10:00", offset: { amount: -12, unit: "months" }, window: "workspace" }],
    ["hours", { schedule: { week: { mon: [{ from: "09:00", to: "14:00" }] } }, saveNextAs: "a" }],
    ["split", { ...split, saveAs: "v" }],
    [
      "go-to-flow",
      {
        flow: "Other",
        inputs: [{ name: "a", value: "1", as: "number" }],
        keepVariables: "listed",
        keep: ["c"],
      },
    ],
    ["go-to-node", { node: "n1" }],
    ["for-each", { list: "order.items[0].parts", itemAs: "part", indexAs: "n" }],
    ["call-flow", { flow: "Other", inputs: [{ name: "a", value: "{{ b }}", as: "json" }] }],
  ],
  [...RULES, ...VALUES, ...TIMES, ...WAYS],
);
