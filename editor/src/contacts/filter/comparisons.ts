/** What contacts can be asked about, and how: each comparison in words, and the condition it makes. Pure. */
import { OPERATOR_WORDS } from "../../nodes/fields/operators.ts";

export const SUBJECTS = [
  "tag",
  "field",
  "name",
  "phone",
  "email",
  "language",
  "channel",
  "platform",
  "opted-out",
  "topic",
  "last-wrote",
  "created",
  "session",
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SUBJECT_WORDS: Record<Subject, string> = {
  // t:
  tag: "Tag",
  field: "Field",
  name: "Name",
  phone: "Phone number",
  email: "E-mail",
  language: "Language",
  channel: "Channel",
  platform: "Platform",
  "opted-out": "Opted out",
  topic: "Topic",
  "last-wrote": "Last wrote",
  created: "Known for",
  session: "Live session",
};

/** How the value is given; `none`: there is nothing to give. */
export type ValueInput =
  | "none"
  | "text"
  | "number"
  | "date"
  | "days"
  | "tag"
  | "topic"
  | "channel"
  | "platform";

export interface Comparison {
  id: string;
  label: string;
  input: ValueInput;
  /** For lists with many: the kind of value that is compared. */
  group?: string;
  /** As the API takes it, once the value is complete. */
  make(value: string, field: string): unknown;
}

const WORDS = {
  // t:
  has: "has it",
  hasNot: "does not have it",
  within: "within the last days:",
  notWithin: "not within the last days:",
  before: "longer ago than days:",
  atMost: "at most so many days:",
  longer: "more than so many days:",
  never: "never",
  ever: "at some time",
  nothing: "of nothing",
  everything: "of everything",
  marketing: "of marketing only",
  agreed: "agreed to it",
  declined: "wants no more of it",
  live: "there is one",
  none: "there is none",
};
const GROUPS = {
  // t:
  any: "Any value",
  text: "Text",
  number: "Number",
  date: "Date",
  boolean: "Yes or no",
};

const numeral = (value: string): number => (value.trim() === "" ? Number.NaN : Number(value));

type Part = Pick<Comparison, "input" | "make">;
const one = (id: string, label: string, { input, make }: Part, group?: string): Comparison => ({
  id,
  label,
  input,
  make,
  ...(group !== undefined && { group }),
});

const contains = (type: "name" | "phone" | "email"): Comparison[] => [
  one("contains", OPERATOR_WORDS.contains, {
    input: "text",
    make: (value) => ({ type, op: "contains", value: value.trim() }),
  }),
  one("contains-not", OPERATOR_WORDS["not-contains"], {
    input: "text",
    make: (value) => ({ type, op: "contains-not", value: value.trim() }),
  }),
  ...known(type),
];

function known(what: "name" | "phone" | "email" | "language"): Comparison[] {
  const make = (op: string) => () => ({ type: "known", what, op });
  return [
    one("set", OPERATOR_WORDS["is-set"], { input: "none", make: make("set") }),
    one("not-set", OPERATOR_WORDS["is-empty"], { input: "none", make: make("not-set") }),
  ];
}

/** `type` with an `op` each and one value under `key`. */
function chosen(
  type: string,
  key: string,
  input: ValueInput,
  ops: Readonly<Record<string, string>>,
): Comparison[] {
  return Object.entries(ops).map(([op, label]) =>
    one(op, label, {
      input,
      make: (value) => ({ type, op, [key]: input === "days" ? numeral(value) : value.trim() }),
    }),
  );
}

const plain = (type: string, ops: Readonly<Record<string, string>>): Comparison[] =>
  Object.entries(ops).map(([op, label]) =>
    one(`${type}-${op}`, label, { input: "none", make: () => ({ type, op }) }),
  );

function ofField(
  type: string,
  group: string,
  input: ValueInput,
  ops: Readonly<Record<string, string>>,
  read: (value: string) => object,
): Comparison[] {
  return Object.entries(ops).map(([op, label]) =>
    one(
      `${type}-${op}`,
      label,
      { input, make: (value, field) => ({ type, field: field.trim(), op, ...read(value) }) },
      group,
    ),
  );
}

const { equals, contains: has, before, after } = OPERATOR_WORDS;
const isNot = OPERATOR_WORDS["not-equals"];
const IS = { is: equals, "is-not": isNot };

const FIELD: Comparison[] = [
  ...ofField(
    "field-text",
    GROUPS.text,
    "text",
    { ...IS, contains: has, "contains-not": OPERATOR_WORDS["not-contains"] },
    (value) => ({
      value: value.trim(),
    }),
  ),
  ...ofField(
    "field-number",
    GROUPS.number,
    "number",
    { ...IS, greater: OPERATOR_WORDS["greater-than"], less: OPERATOR_WORDS["less-than"] },
    (value) => ({ value: numeral(value) }),
  ),
  ...ofField(
    "field-date",
    GROUPS.date,
    "date",
    { is: OPERATOR_WORDS["on-date"], before, after },
    (value) => ({ value }),
  ),
  ...ofField(
    "field-recent",
    GROUPS.date,
    "days",
    { within: WORDS.within, "not-within": WORDS.notWithin },
    (value) => ({
      days: numeral(value),
    }),
  ),
  ...ofField(
    "field-boolean",
    GROUPS.boolean,
    "none",
    { true: OPERATOR_WORDS["is-true"], false: OPERATOR_WORDS["is-false"] },
    () => ({}),
  ),
  ...ofField(
    "field-known",
    GROUPS.any,
    "none",
    { set: OPERATOR_WORDS["is-set"], "not-set": OPERATOR_WORDS["is-empty"] },
    () => ({}),
  ),
];

export const COMPARISONS: Record<Subject, readonly Comparison[]> = {
  tag: chosen("tag", "tag", "tag", { has: WORDS.has, "has-not": WORDS.hasNot }),
  field: FIELD,
  name: contains("name"),
  phone: contains("phone"),
  email: contains("email"),
  language: [...chosen("language", "value", "text", IS), ...known("language")],
  channel: chosen("channel", "channelId", "channel", IS),
  platform: chosen("platform", "platform", "platform", IS),
  "opted-out": plain("opted-out", { no: WORDS.nothing, yes: WORDS.everything, marketing: WORDS.marketing }),
  topic: chosen("topic", "topic", "topic", { in: WORDS.agreed, out: WORDS.declined }),
  "last-wrote": [
    ...chosen("last-wrote", "days", "days", { within: WORDS.within, before: WORDS.before }),
    ...plain("never-wrote", { true: WORDS.never, false: WORDS.ever }),
  ],
  created: chosen("created", "days", "days", { within: WORDS.atMost, before: WORDS.longer }),
  session: plain("session", { live: WORDS.live, none: WORDS.none }),
};
