/** The comparisons of conditions in plain words. */
import {
  OPERATOR_FACTS,
  OPERATOR_KINDS,
  OPERATORS,
  type Operator,
  type OperatorKind,
  type RightKind,
  TAG_OPERATORS,
  UNARY_OPERATORS,
} from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";

export const OPERATOR_WORDS: Record<Operator, string> = {
  // t:
  equals: "is",
  "not-equals": "is not",
  "is-set": "has a value",
  "is-empty": "is empty",
  "is-true": "is true",
  "is-false": "is false",
  "one-of": "is one of",
  "none-of": "is none of",
  contains: "contains",
  "not-contains": "does not contain",
  "starts-with": "starts with",
  "ends-with": "ends with",
  matches: "matches the pattern",
  "not-matches": "does not match the pattern",
  "length-at-least": "has at least so many characters:",
  "length-at-most": "has at most so many characters:",
  "is-email": "is an e-mail address",
  "is-phone": "is a phone number",
  "is-url": "is a web address",
  "greater-than": "is more than",
  "at-least": "is at least",
  "less-than": "is less than",
  "at-most": "is at most",
  between: "is between",
  "is-number": "is a number",
  before: "is before",
  after: "is after",
  "on-date": "is on the day",
  "in-last": "was within the last",
  "in-next": "is within the next",
  "weekday-is": "is on a",
  "month-is": "is in the month of",
  "time-between": "is at a time of day between",
  "is-date": "is a date",
  "includes-all": "has all of",
  "includes-any": "has any of",
  "count-at-least": "has at least so many items:",
  "count-at-most": "has at most so many items:",
  "is-list": "is a list",
  "has-tag": "contact has the tag",
  "has-no-tag": "contact does not have the tag",
  "in-hours": "is in opening hours",
  "not-in-hours": "is out of opening hours",
};

const KIND_TITLES: Record<OperatorKind, string> = {
  // t:
  any: "Any value",
  text: "Text",
  number: "Number",
  date: "Date and time",
  list: "List",
  contact: "Contact",
  hours: "Opening hours",
};

/** What can be written on the right, as an example. */
export const RIGHT_PLACEHOLDERS: Record<RightKind, string> = {
  // t:
  none: "",
  value: "value or {{ variable }}",
  values: "one, two, three or {{ list }}",
  pattern: "pattern, as ^[0-9]+$",
  number: "3",
  range: "10..20 or 2026-01-01..2026-02-01",
  date: "2026-12-31 or {{ date }}",
  duration: "90m, 3d, 2 weeks",
  weekdays: "mon..fri or sat, sun",
  months: "june, july",
  times: "09:00..14:30",
  tag: "tag",
};

export const asksTags = (operator: Operator) => TAG_OPERATORS.has(operator);
export const needsRight = (operator: Operator) => !UNARY_OPERATORS.has(operator);
export const rightPlaceholder = (operator: Operator) => t(RIGHT_PLACEHOLDERS[OPERATOR_FACTS[operator].right]);

export interface OperatorGroup {
  group: string;
  items: { value: Operator; label: string }[];
}

/** By what they are about, as the list shows them: in English. */
export const OPERATOR_GROUPS: OperatorGroup[] = OPERATOR_KINDS.map((kind) => ({
  group: KIND_TITLES[kind],
  items: OPERATORS.filter((operator) => OPERATOR_FACTS[operator].kind === kind).map((value) => ({
    value,
    label: OPERATOR_WORDS[value],
  })),
}));

/** For one value with many cases: comparisons of that value only. */
export const CASE_OPERATOR_GROUPS = OPERATOR_GROUPS.filter(({ group }) => group !== KIND_TITLES.contact);

export function isOperator(value: string | null): value is Operator {
  return OPERATORS.some((operator) => operator === value);
}
