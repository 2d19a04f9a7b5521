/** Who of the contacts: a filter as data, for lists, segments, counts and exports. `{"all":[{"type":"tag","op":"has","tag":"vip"}]}` */
import { z } from "zod";
import { foreignName, id, platform } from "./common.ts";

/** More than a person reads, and each is a condition in one statement. */
export const MAX_CONDITIONS = 30;
/** A century. */
const MAX_DAYS = 36_525;
/** What a filter takes as JSON in an address: thirty conditions with long words. */
const MAX_FILTER_CHARS = 12_000;

const words = (max: number) => foreignName.min(1).max(max);

const days = z.number().int().min(1).max(MAX_DAYS);
const field = words(64);

/** Of a field: each kind has its comparisons. Texts are compared blind to case and accents, dates by the day as it is written. */
const fieldConditions = [
  z.strictObject({
    type: z.literal("field-text"),
    field,
    op: z.enum(["is", "is-not", "contains", "contains-not"]),
    value: words(200),
  }),
  z.strictObject({
    type: z.literal("field-number"),
    field,
    op: z.enum(["is", "is-not", "greater", "less"]),
    value: z.number(),
  }),
  z.strictObject({
    type: z.literal("field-date"),
    field,
    op: z.enum(["is", "before", "after"]),
    value: z.iso.date(),
  }),
  z.strictObject({ type: z.literal("field-recent"), field, op: z.enum(["within", "not-within"]), days }),
  z.strictObject({ type: z.literal("field-boolean"), field, op: z.enum(["true", "false"]) }),
  z.strictObject({ type: z.literal("field-known"), field, op: z.enum(["set", "not-set"]) }),
] as const;

export const contactCondition = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("tag"), op: z.enum(["has", "has-not"]), tag: words(60) }),
  ...fieldConditions,
  /** `es` is also `es-MX`. */
  z.strictObject({ type: z.literal("language"), op: z.enum(["is", "is-not"]), value: words(35) }),
  z.strictObject({ type: z.literal("channel"), op: z.enum(["is", "is-not"]), channelId: id }),
  z.strictObject({ type: z.literal("platform"), op: z.enum(["is", "is-not"]), platform }),
  z.strictObject({
    type: z.enum(["name", "phone", "email"]),
    op: z.enum(["contains", "contains-not"]),
    value: words(100),
  }),
  z.strictObject({
    type: z.literal("known"),
    what: z.enum(["name", "phone", "email", "language"]),
    op: z.enum(["set", "not-set"]),
  }),
  /** `yes`: of everything; `marketing`: of that only; `no`: of nothing. */
  z.strictObject({ type: z.literal("opted-out"), op: z.enum(["no", "yes", "marketing"]) }),
  z.strictObject({ type: z.literal("topic"), op: z.enum(["in", "out"]), topic: words(64) }),
  /** `before`: wrote, and not since. */
  z.strictObject({ type: z.literal("last-wrote"), op: z.enum(["within", "before"]), days }),
  z.strictObject({ type: z.literal("never-wrote"), op: z.enum(["true", "false"]) }),
  z.strictObject({ type: z.literal("created"), op: z.enum(["within", "before"]), days }),
  z.strictObject({ type: z.literal("session"), op: z.enum(["live", "none"]) }),
]);
export type ContactCondition = z.infer<typeof contactCondition>;

const conditions = z.array(contactCondition).min(1).max(MAX_CONDITIONS);
const conditionGroup = z.union([z.strictObject({ all: conditions }), z.strictObject({ any: conditions })]);
export type ContactConditionGroup = z.infer<typeof conditionGroup>;

const entries = z
  .array(z.union([contactCondition, conditionGroup]))
  .max(MAX_CONDITIONS)
  .refine(
    (list) => list.reduce((sum, entry) => sum + conditionsIn(entry), 0) <= MAX_CONDITIONS,
    `At most ${MAX_CONDITIONS} conditions.`,
  );

/** All or any of its conditions hold; one of them may be a group of its own. `{"all":[]}` is everybody. */
export const contactFilter = z.union([
  z.strictObject({ all: entries }),
  z.strictObject({ any: entries.min(1) }),
]);
export type ContactFilter = z.infer<typeof contactFilter>;

function conditionsIn(entry: ContactCondition | ContactConditionGroup): number {
  if ("type" in entry) return 1;
  return ("all" in entry ? entry.all : entry.any).length;
}

/** As JSON in an address. */
const filterText = z
  .string()
  .max(MAX_FILTER_CHARS)
  .transform((text, ctx): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue("The filter is not JSON.");
      return z.NEVER;
    }
  })
  .pipe(contactFilter);

/** The narrower ways that were there first; all that is given has to hold. */
const narrowed = {
  /** In the name, the phone number or the e-mail address. */
  search: z.string().max(100).optional(),
  tag: z.string().max(60).optional(),
  channelId: id.optional(),
  /** A saved filter. */
  segmentId: id.optional(),
};
/** In an address. */
export const contactQuery = z.object({ ...narrowed, filter: filterText.optional() });
/** In a body. */
export const contactChoice = z.strictObject({ ...narrowed, filter: contactFilter.optional() });
export type ContactChoice = z.infer<typeof contactChoice>;
