/** What Meta takes to fill in an approved template, as far as it can be judged without the template itself. Pure. */
import { z } from "zod";
import { label, media, text } from "./rule-parts.ts";

/** A variable: one line, no tabs, no more than four spaces in a row. */
const variable = (max: number) =>
  label(max).refine((value) => !/\t| {5}/.test(value), "must have no tabs and at most four spaces in a row");

const textParameter = (max: number) =>
  z.strictObject({
    type: z.literal("text"),
    text: variable(max),
    parameter_name: z.string().min(1).optional(),
  });

const headerParameter = z.discriminatedUnion("type", [
  textParameter(60),
  z.strictObject({ type: z.literal("image"), image: media() }),
  z.strictObject({ type: z.literal("video"), video: media() }),
  z.strictObject({
    type: z.literal("document"),
    document: media({ filename: z.string().min(1).max(240).optional() }),
  }),
  z.strictObject({
    type: z.literal("location"),
    location: z.strictObject({
      latitude: z.union([z.number().min(-90).max(90), z.string()]),
      longitude: z.union([z.number().min(-180).max(180), z.string()]),
      name: z.string().max(1_000).optional(),
      address: z.string().max(1_000).optional(),
    }),
  }),
]);

/** Besides texts: amounts and times, which Meta writes in the customer's language. */
const bodyParameter = z.discriminatedUnion("type", [
  textParameter(1_024),
  z.looseObject({ type: z.literal("currency"), currency: z.record(z.string(), z.unknown()) }),
  z.looseObject({ type: z.literal("date_time"), date_time: z.record(z.string(), z.unknown()) }),
]);

const buttonBase = {
  type: z.literal("button"),
  /** Ten buttons at most. */
  index: z.union([z.string().regex(/^\d$/), z.number().int().min(0).max(9)]),
};
const buttonOf = <S extends z.ZodType>(sub_type: string, parameter: S) =>
  z.strictObject({ ...buttonBase, sub_type: z.literal(sub_type), parameters: z.tuple([parameter]) });

const button = z.union([
  buttonOf("quick_reply", z.strictObject({ type: z.literal("payload"), payload: text(256) })),
  buttonOf("url", z.strictObject({ type: z.literal("text"), text: label(2_000) })),
  buttonOf("copy_code", z.strictObject({ type: z.literal("coupon_code"), coupon_code: label(15) })),
  buttonOf(
    "flow",
    z.strictObject({
      type: z.literal("action"),
      action: z.strictObject({
        flow_token: z.string().min(1).optional(),
        flow_action_data: z.record(z.string(), z.unknown()).optional(),
      }),
    }),
  ),
  // Catalogs and lists of products: callers with such templates know their shape.
  z.looseObject({ ...buttonBase, sub_type: z.enum(["catalog", "mpm", "spm", "voice_call"]) }),
]);

const component = z.union([
  z.strictObject({ type: z.literal("header"), parameters: z.array(headerParameter).max(1) }),
  z.strictObject({ type: z.literal("body"), parameters: z.array(bodyParameter).optional() }),
  button,
  // Parts of special templates, sent by callers who have them ready.
  z.looseObject({ type: z.enum(["carousel", "limited_time_offer", "order_status"]) }),
]);

export const template = z.strictObject({
  name: z.string().min(1).max(512),
  language: z.strictObject({ code: z.string().min(2), policy: z.literal("deterministic").optional() }),
  components: z
    .array(component)
    .refine((all) => all.filter(({ type }) => type === "header").length < 2, "at most one header component")
    .refine((all) => all.filter(({ type }) => type === "body").length < 2, "at most one body component")
    .optional(),
});
