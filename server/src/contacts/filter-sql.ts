/** A filter of contacts as a condition in SQL over `contacts p`: the only place where one becomes the other. Values are parameters, always. */
import type { ContactCondition, ContactFilter } from "../contract/contact-filter.ts";
import type { SqlValues } from "../db/sql-values.ts";
import { foldedSql, foldText, within } from "../db/word-search.ts";

/** What “within the last days” is reckoned from. */
export interface FilterClock {
  now: Date;
  /** The day it is in the workspace's zone, as `2026-01-31`. */
  today: string;
}

const DAY_MS = 86_400_000;

export function filterSql(filter: ContactFilter, values: SqlValues, clock: FilterClock): string {
  const [list, joint] = "all" in filter ? [filter.all, " AND "] : [filter.any, " OR "];
  const parts = list.map((entry) =>
    "type" in entry ? conditionSql(entry, values, clock) : filterSql(entry, values, clock),
  );
  return parts.length === 0 ? "true" : `(${parts.join(joint)})`;
}

function conditionSql(condition: ContactCondition, values: SqlValues, clock: FilterClock): string {
  switch (condition.type) {
    case "tag":
      return exists(
        condition.op === "has",
        `contact_tags x JOIN tags t ON t.workspace_id = x.workspace_id AND t.id = x.tag_id`,
        `t.name = ${values.add(condition.tag, "text")}`,
      );
    case "language":
      return languageSql(condition, values);
    case "channel":
      return exists(
        condition.op === "is",
        "contact_identities x",
        `x.channel_id = ${values.add(condition.channelId, "uuid")}`,
      );
    case "platform":
      return exists(
        condition.op === "is",
        "contact_identities x JOIN channels ch ON ch.workspace_id = x.workspace_id AND ch.id = x.channel_id",
        `ch.platform = ${values.add(condition.platform, "text")}`,
      );
    case "name":
    case "email":
      return containsSql(`p.${condition.type}`, condition.value, condition.op === "contains", values);
    case "phone":
      return containsSql("p.phone", asStored(condition.value), condition.op === "contains", values);
    case "known":
      return knownSql(`p.${condition.what}`, condition.op === "set");
    case "opted-out":
      return OPTED_OUT[condition.op];
    case "topic": {
      const topic = values.add(condition.topic, "text");
      const state = values.add(condition.op, "text");
      return exists(true, "contact_topics x", `x.topic = ${topic} AND x.state = ${state}`);
    }
    case "last-wrote": {
      const since = `x.last_inbound_at >= ${values.add(daysAgo(clock, condition.days), "timestamptz")}`;
      if (condition.op === "within") return exists(true, "conversations x", since);
      return `(${exists(true, "conversations x", WROTE)} AND ${exists(false, "conversations x", since)})`;
    }
    case "never-wrote":
      return exists(condition.op === "false", "conversations x", WROTE);
    case "created":
      return `p.created_at ${condition.op === "within" ? ">=" : "<"} ${values.add(daysAgo(clock, condition.days), "timestamptz")}`;
    case "session":
      return exists(condition.op === "live", LIVE_SESSIONS, "s.status IN ('Active', 'Paused')");
    default:
      return fieldSql(condition, values, clock);
  }
}

const OPTED_OUT = {
  yes: "p.opted_out_at IS NOT NULL",
  marketing: "(p.marketing_opted_out_at IS NOT NULL AND p.opted_out_at IS NULL)",
  no: "(p.opted_out_at IS NULL AND p.marketing_opted_out_at IS NULL)",
};
const WROTE = "x.last_inbound_at IS NOT NULL";
/** By their conversations, whose live session an index of its own finds. */
const LIVE_SESSIONS =
  "conversations x JOIN sessions s ON s.workspace_id = x.workspace_id AND s.conversation_id = x.id";

/** @param from tables, of which `x` belongs to a contact */
function exists(wanted: boolean, from: string, where: string): string {
  return `${wanted ? "" : "NOT "}EXISTS (SELECT 1 FROM ${from} WHERE x.workspace_id = p.workspace_id AND x.contact_id = p.id AND ${where})`;
}

function languageSql({ op, value }: { op: "is" | "is-not"; value: string }, values: SqlValues): string {
  const wanted = values.add(value.toLowerCase().replaceAll("_", "-"), "text");
  const own = "lower(replace(COALESCE(p.language, ''), '_', '-'))";
  return `${op === "is" ? "" : "NOT "}(${own} = ${wanted} OR starts_with(${own}, ${wanted} || '-'))`;
}

function containsSql(text: string, value: string, wanted: boolean, values: SqlValues): string {
  const pattern = values.add(within(foldText(value)), "text");
  return `${foldedSql(`COALESCE(${text}, '')`)} ${wanted ? "" : "NOT "}LIKE ${pattern}`;
}

/** Numbers are kept without what people write between their digits. */
const asStored = (phone: string): string => phone.replace(/[\s().-]+/g, "");

const knownSql = (text: string, wanted: boolean) => `COALESCE(${text}, '') ${wanted ? "<>" : "="} ''`;

type FieldCondition = Extract<ContactCondition, { field: string }>;

const NUMBER_SIGNS = { is: "=", greater: ">", less: "<" };
const DATE_SIGNS = { is: "=", before: "<", after: ">" };

/** Who does not have the field, or has something else in it, is none of those compared and one of those that are not. */
function fieldSql(condition: FieldCondition, values: SqlValues, clock: FilterClock): string {
  const text = `(p.fields ->> ${values.add(condition.field, "text")})`;
  switch (condition.type) {
    case "field-text":
      return fieldTextSql(text, condition, values);
    case "field-number": {
      // In a CASE, since PostgreSQL may reckon parts of a condition in any order, and what is no number can't be made one.
      const number = `CASE WHEN ${text} ~ '^\\s*[-+]?[0-9]{1,20}(\\.[0-9]{1,20})?\\s*$' THEN ${text}::numeric END`;
      const wanted = values.add(condition.value, "numeric");
      if (condition.op === "is-not") return `(${number}) IS DISTINCT FROM ${wanted}`;
      return `(${number}) ${NUMBER_SIGNS[condition.op]} ${wanted}`;
    }
    case "field-date":
      return `${dayOf(text)} ${DATE_SIGNS[condition.op]} ${values.add(condition.value, "text")}`;
    case "field-recent": {
      const from = values.add(dayBefore(clock.today, condition.days), "text");
      const to = values.add(clock.today, "text");
      const between = `${dayOf(text)} BETWEEN ${from} AND ${to}`;
      return condition.op === "within" ? between : `(${between}) IS NOT TRUE`;
    }
    case "field-boolean":
      return `lower(${text}) = ${values.add(condition.op, "text")}`;
    case "field-known":
      return knownSql(text, condition.op === "set");
  }
}

function fieldTextSql(
  text: string,
  { op, value }: Extract<FieldCondition, { type: "field-text" }>,
  values: SqlValues,
): string {
  if (op === "contains" || op === "contains-not") return containsSql(text, value, op === "contains", values);
  const same = `${foldedSql(`COALESCE(${text}, '')`)} = ${values.add(foldText(value), "text")}`;
  return op === "is" ? same : `NOT (${same})`;
}

/** Compared letter by letter: days in ISO 8601 follow each other as their texts do, and the 31st of February breaks nothing. */
const dayOf = (text: string) =>
  `CASE WHEN ${text} ~ '^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN left(ltrim(${text}), 10) COLLATE "C" END`;

const daysAgo = ({ now }: FilterClock, days: number): Date => new Date(now.getTime() - days * DAY_MS);

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);
}
