/** What the form makes of a filter and back. */
import { contactCondition, contactFilter } from "@hilo/server/contract";
import { expect, it } from "vitest";
import { COMPARISONS, SUBJECTS, type ValueInput } from "./comparisons.ts";
import { type ConditionRow, conditionOf, filterOf, formOf, isGroup, newRow } from "./filter-rows.ts";

const VALUES: Record<ValueInput, string> = {
  none: "",
  text: "Bogotá",
  number: "-2.5",
  date: "2026-01-31",
  days: "30",
  tag: "vip",
  topic: "offers",
  channel: "00000000-0000-7000-8000-00000000000a",
  platform: "whatsapp",
};
const rows: ConditionRow[] = SUBJECTS.flatMap((subject) =>
  COMPARISONS[subject].map(({ id, input }) => ({
    key: id,
    subject,
    comparison: id,
    field: subject === "field" ? "city" : "",
    value: VALUES[input],
  })),
);

it("every comparison makes a condition that the API takes, and is found again by it", () => {
  for (const row of rows) {
    const condition = conditionOf(row);
    expect([row, condition]).toEqual([row, expect.objectContaining({})]);
    const [again] = formOf(contactFilter.parse({ all: [condition] })).rows;
    expect({ ...again, key: row.key }).toEqual(row);
  }
});

it("every condition that the API knows can be made", () => {
  const made = new Set(rows.map((row) => `${conditionOf(row)?.type} ${conditionOf(row)?.op}`));
  const all = contactCondition.options.flatMap(({ shape: { type, op } }) =>
    ("options" in type ? type.options : [...type.values]).flatMap((name) =>
      op.options.map((each) => `${name} ${each}`),
    ),
  );
  expect(all.filter((each) => !made.has(each))).toEqual([]);
});

it("what is not complete asks for nothing", () => {
  const tag = newRow("tag");
  const field = { ...newRow("field"), value: "x" };
  const number = { ...newRow("field"), field: "age", comparison: "field-number-greater", value: "many" };
  for (const row of [tag, field, number]) expect(conditionOf(row)).toBeNull();
  expect(filterOf({ match: "any", rows: [tag, { key: "g", match: "all", rows: [field] }] })).toBeNull();
  expect(filterOf({ match: "any", rows: [tag, { ...tag, value: "vip" }] })).toEqual({
    any: [{ type: "tag", op: "has", tag: "vip" }],
  });
});

it("groups stay groups", () => {
  const tag = { type: "tag", op: "has", tag: "vip" } as const;
  const filter = contactFilter.parse({ all: [tag, { any: [tag, { ...tag, op: "has-not" }] }] });
  const form = formOf(filter);
  expect(form.rows.map(isGroup)).toEqual([false, true]);
  expect(filterOf(form)).toEqual(filter);
});
