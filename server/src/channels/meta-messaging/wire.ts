/** What Messenger and Instagram put on the wire, as far as we lean on it. Liberal: every object may hold more than is named here. */
import { z } from "zod";

/** Ids may come as numbers; they end up in text columns and keys: printable ASCII only. */
export const wireId = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^[\x21-\x7e]{1,512}$/));
export const optionalId = z.preprocess(
  (value) => (value === "" || value === null ? undefined : value),
  wireId.optional(),
);

const text = z.string().nullish();

/** Instagram Login is documented with the whole body in an array. */
export const bodySchema = z.union([
  z.object({ entry: z.array(z.unknown()) }),
  z
    .array(z.object({ entry: z.array(z.unknown()) }))
    .transform((bodies) => ({ entry: bodies.flatMap(({ entry }) => entry) })),
]);

/** Meta documents four shapes of an entry; all are read. */
export const entrySchema = z.object({
  id: wireId,
  time: z.union([z.number(), z.string()]).nullish(),
  messaging: z.array(z.unknown()).nullish(),
  standby: z.array(z.unknown()).nullish(),
  changes: z.array(z.unknown()).nullish(),
  /** Instagram Login: one change, flat on the entry. */
  field: text,
  value: z.unknown().optional(),
});

export const referralSchema = z.object({
  ref: text,
  source: text,
  type: text,
  ad_id: optionalId,
  ads_context_data: z.object({ ad_title: text }).nullish().catch(null),
});

const attachmentSchema = z.object({
  type: z.string(),
  payload: z
    .object({
      url: text,
      title: text,
      sticker_id: optionalId.catch(undefined),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish(),
    })
    .nullish()
    .catch(null),
  title: text,
  url: text,
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const messageSchema = z.object({
  mid: wireId,
  text: text,
  is_echo: z.boolean().nullish(),
  is_deleted: z.boolean().nullish(),
  is_unsupported: z.boolean().nullish(),
  app_id: optionalId.catch(undefined),
  /** What we sent along: our message id. */
  metadata: z.uuid().nullish().catch(null),
  quick_reply: z.object({ payload: z.string() }).nullish(),
  reply_to: z
    .object({ mid: optionalId, story: z.object({ url: text }).nullish() })
    .nullish()
    .catch(null),
  attachments: z.array(attachmentSchema).nullish(),
  referral: referralSchema.nullish().catch(null),
});
export type WireMessage = z.infer<typeof messageSchema>;

const person = z.object({ id: wireId }).nullish();

/** One item of `messaging`; which of the later keys it has says what it is. */
export const itemSchema = z.looseObject({
  sender: person,
  recipient: person,
  timestamp: z.union([z.number(), z.string()]).nullish(),
  message: z.unknown().optional(),
  postback: z.unknown().optional(),
  reaction: z.unknown().optional(),
  read: z.unknown().optional(),
  delivery: z.unknown().optional(),
  referral: z.unknown().optional(),
  optin: z.unknown().optional(),
  message_edit: z.unknown().optional(),
});
export type Item = z.infer<typeof itemSchema>;

export const postbackSchema = z.object({
  mid: optionalId,
  title: text,
  /** Left out while another app owns the thread. */
  payload: text,
  referral: referralSchema.nullish().catch(null),
});

export const reactionSchema = z.object({
  mid: wireId,
  action: text,
  emoji: text,
  reaction: text,
});

/** Messenger names a moment, Instagram a message. */
export const readSchema = z.object({ watermark: z.number().nullish(), mid: optionalId });
export const deliverySchema = z.object({ mids: z.array(wireId).nullish(), watermark: z.number().nullish() });
export const optinSchema = z.object({
  type: text,
  ref: text,
  title: text,
  payload: text,
  /** Messenger's marketing messages: `STOP_NOTIFICATIONS`, `RESUME_NOTIFICATIONS`. */
  notification_messages_status: text,
});
export const editSchema = z.object({ mid: wireId, text: z.string(), num_edit: z.number().nullish() });

export const changeSchema = z.object({ field: z.string(), value: z.unknown() });

/** Seconds before this are milliseconds: 2001 in the one, 33658 in the other. */
const MILLISECONDS_FROM = 1e12;
/** Year 2100: beyond it the platform's clock is not to be believed. */
const LATEST = 4_102_444_800_000;

/** `messaging` counts in milliseconds and `changes` in seconds, mostly; null when it can't be read. */
export function dateOf(time: number | string | null | undefined): Date | null {
  const value = Number(time ?? Number.NaN);
  if (!Number.isFinite(value) || value <= 0) return null;
  const ms = value < MILLISECONDS_FROM ? value * 1_000 : value;
  return ms > LATEST ? null : new Date(ms);
}
