/** A filter as its form has it, with conditions that are not complete yet, and as the API takes it. Pure. */
import {
  type ContactCondition,
  type ContactConditionGroup,
  type ContactFilter,
  contactCondition,
} from "@hilo/server/contract";
import { newKey } from "../../api/new-key.ts";
import { COMPARISONS, type Comparison, SUBJECTS, type Subject } from "./comparisons.ts";

export interface ConditionRow {
  key: string;
  subject: Subject;
  /** Of the list `COMPARISONS` has for the subject. */
  comparison: string;
  /** Its name, when the subject is a field. */
  field: string;
  value: string;
}
export interface RowGroup {
  key: string;
  match: "all" | "any";
  rows: ConditionRow[];
}
export interface FilterForm {
  match: "all" | "any";
  rows: (ConditionRow | RowGroup)[];
}

export const isGroup = (row: ConditionRow | RowGroup): row is RowGroup => "rows" in row;

export const newRow = (subject: Subject = "tag"): ConditionRow => ({
  key: newKey(),
  subject,
  comparison: COMPARISONS[subject][0]?.id ?? "",
  field: "",
  value: "",
});
export const newGroup = (): RowGroup => ({ key: newKey(), match: "any", rows: [newRow()] });

/** @throws Error never for rows of `newRow`: a subject has its comparisons */
export function comparisonOf({ subject, comparison }: ConditionRow): Comparison {
  const list = COMPARISONS[subject];
  const found = list.find(({ id }) => id === comparison) ?? list[0];
  if (!found) throw new Error(`There is no comparison of ${subject}.`);
  return found;
}

/** Null as long as something is missing. */
export function conditionOf(row: ConditionRow): ContactCondition | null {
  return contactCondition.safeParse(comparisonOf(row).make(row.value, row.field)).data ?? null;
}

function complete(row: ConditionRow): ContactCondition[] {
  const condition = conditionOf(row);
  return condition ? [condition] : [];
}

/** Conditions that are not complete are left out. Null: nothing is asked. */
export function filterOf({ match, rows }: FilterForm): ContactFilter | null {
  const entries = rows.flatMap((row): (ContactCondition | ContactConditionGroup)[] => {
    if (!isGroup(row)) return complete(row);
    const inner = row.rows.flatMap(complete);
    if (inner.length === 0) return [];
    return [row.match === "all" ? { all: inner } : { any: inner }];
  });
  if (entries.length === 0) return null;
  return match === "all" ? { all: entries } : { any: entries };
}

export function formOf(filter: ContactFilter | null): FilterForm {
  if (filter === null) return { match: "all", rows: [] };
  const [match, list] = "all" in filter ? (["all", filter.all] as const) : (["any", filter.any] as const);
  return { match, rows: list.map((entry) => ("type" in entry ? rowOf(entry) : groupOf(entry))) };
}

function groupOf(group: ContactConditionGroup): RowGroup {
  const [match, list] = "all" in group ? (["all", group.all] as const) : (["any", group.any] as const);
  return { key: newKey(), match, rows: list.map(rowOf) };
}

/** What is said of it, whatever it is called there. */
function writtenValue(condition: ContactCondition): string {
  const { value, tag, topic, channelId, platform, days } = {
    value: undefined,
    tag: undefined,
    topic: undefined,
    channelId: undefined,
    platform: undefined,
    days: undefined,
    ...condition,
  };
  return String(value ?? tag ?? topic ?? channelId ?? platform ?? days ?? "");
}

/** The comparison that makes this condition of its own value. */
function rowOf(condition: ContactCondition): ConditionRow {
  const value = writtenValue(condition);
  const field = "field" in condition ? condition.field : "";
  const wanted = canonical(condition);
  for (const subject of SUBJECTS)
    for (const { id, make } of COMPARISONS[subject])
      if (canonical(make(value, field)) === wanted)
        return { key: newKey(), subject, comparison: id, field, value };
  return newRow();
}

const canonical = (made: unknown): string =>
  JSON.stringify(Object.entries(Object(made)).sort(([a], [b]) => (a < b ? -1 : 1)));

export function conditionsIn(filter: ContactFilter | null | undefined): number {
  if (!filter) return 0;
  return rowsIn(formOf(filter));
}

export const rowsIn = ({ rows }: FilterForm): number =>
  rows.reduce((sum, row) => sum + (isGroup(row) ? row.rows.length : 1), 0);
