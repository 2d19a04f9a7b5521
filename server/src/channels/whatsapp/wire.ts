/** What WhatsApp puts on the wire, as far as we lean on it. Liberal: every object may hold more than is named here. */
import { z } from "zod";

/** Ids that end up in text columns and keys: printable ASCII only. */
export const wireId = z.string().regex(/^[\x21-\x7e]{1,512}$/);

/** Phone numbers, and business-scoped user ids such as `CO.1234abcd`. */
export const farSideId = z.string().regex(/^\+?[\w.-]{1,160}$/);

const absent = z.union([z.literal(""), z.null()]).transform(() => undefined);
/** What is likely stands first: a way that fails costs more than all that follows. */
const optionalFarSideId = z.union([farSideId, absent]).optional();

export const bodySchema = z.object({ object: z.string(), entry: z.array(z.unknown()) });

export const entrySchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  changes: z.array(z.unknown()),
});

export const changeSchema = z.object({ field: z.string(), value: z.unknown() });

export const valueSchema = z.object({
  metadata: z.object({ phone_number_id: wireId }),
  contacts: z.array(z.unknown()).nullish(),
  messages: z.array(z.unknown()).nullish(),
  statuses: z.array(z.unknown()).nullish(),
  errors: z.array(z.unknown()).nullish(),
});

export const contactSchema = z.object({
  wa_id: z.string().nullish(),
  user_id: z.string().nullish(),
  profile: z.object({ name: z.string().nullish() }).nullish(),
});

export const messageSchema = z.object({
  id: wireId,
  type: z.string().max(100),
  from: optionalFarSideId,
  from_user_id: optionalFarSideId,
  group_id: z.string().nullish(),
  timestamp: z.union([z.string(), z.number()]).nullish(),
  context: z.object({ id: z.union([wireId, absent]).nullish() }).nullish(),
  /** Read apart: one that can't be read must not cost the message. */
  referral: z.unknown().optional(),
});

/** What else `messages` holds: the platform's own notices, and changes of what was written. */
export const systemSchema = z.object({
  id: wireId,
  from: optionalFarSideId,
  from_user_id: optionalFarSideId,
  system: z.object({
    type: z.string(),
    body: z.string().nullish(),
    /** The new number; older versions: `new_wa_id`, with the old one in `customer`. */
    wa_id: optionalFarSideId,
    new_wa_id: optionalFarSideId,
    customer: optionalFarSideId,
    user_id: optionalFarSideId,
    previous_user_id: optionalFarSideId,
  }),
});
export const editSchema = z.object({
  edit: z.object({ original_message_id: wireId, message: z.looseObject({ type: z.string().max(100) }) }),
});
export const revokeSchema = z.object({ revoke: z.object({ original_message_id: wireId }) });

/** Written for the business on its phone. */
export const echoSchema = z.object({
  id: wireId,
  type: z.string().max(100),
  to: optionalFarSideId,
  to_user_id: optionalFarSideId,
  timestamp: z.union([z.string(), z.number()]).nullish(),
});
export const echoesSchema = z.object({ message_echoes: z.array(z.unknown()) });

/** Up to 180 days of talk, given once when a phone's app is connected. */
export const historySchema = z.object({
  history: z.array(z.object({ threads: z.array(z.unknown()).nullish() })),
});
export const threadSchema = z.object({ id: farSideId, messages: z.array(z.unknown()) });

export const preferencesSchema = z.object({ user_preferences: z.array(z.unknown()) });
export const preferenceSchema = z.object({
  wa_id: optionalFarSideId,
  user_id: optionalFarSideId,
  category: z.string(),
  value: z.string(),
  timestamp: z.union([z.string(), z.number()]).nullish(),
});

export const callsSchema = z.object({ calls: z.array(z.unknown()) });
export const callSchema = z.object({
  id: wireId,
  event: z.string(),
  from: optionalFarSideId,
  from_user_id: optionalFarSideId,
  direction: z.string().nullish(),
  timestamp: z.union([z.string(), z.number()]).nullish(),
});

const errorSchema = z.object({
  code: z.union([z.number(), z.string()]).transform(String),
  title: z.string().nullish(),
  message: z.string().nullish(),
  error_data: z.object({ details: z.string().nullish() }).nullish(),
});

export const statusSchema = z.object({
  id: wireId,
  status: z.string(),
  timestamp: z.union([z.string(), z.number()]).nullish(),
  biz_opaque_callback_data: z.string().nullish(),
  errors: z.array(errorSchema).nullish().catch(null),
});

/** WhatsApp's times are seconds since the epoch, as text; null when they can't be read. */
export function secondsToDate(seconds: string | number | null | undefined): Date | null {
  if (seconds === null || seconds === undefined || seconds === "") return null;
  const value = Number(seconds);
  // Year 2100: beyond it the platform's clock is not to be believed.
  if (!Number.isFinite(value) || value <= 0 || value > 4_102_444_800) return null;
  return new Date(value * 1000);
}
