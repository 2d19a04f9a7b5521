/** What a webhook says of an account instead of a customer: templates, quality, limits, restrictions. Read here, applied by `apply-account-news.ts`. Pure. */
import { z } from "zod";
import type { ChannelHealth } from "./health.ts";

export type AccountNews =
  /** Null status: the template is gone. */
  | {
      kind: "template";
      platformId: string;
      change: { status?: string | null; reason?: string | null; quality?: string; category?: string };
    }
  /** Meta has more to say than the webhook did. */
  | { kind: "ask-templates" }
  /** `phone` as Meta writes it; null: every number of the account. */
  | { kind: "health"; phone: string | null; change: Partial<ChannelHealth> }
  /** Nothing may be sent, or again. */
  | { kind: "hold"; account: string; reason: string }
  | { kind: "release" };

/** Fields of WhatsApp's account webhooks that change something here; all others are kept and shown. */
const READERS: Readonly<Record<string, (value: unknown) => AccountNews[] | null>> = {
  message_template_status_update: templateStatus,
  message_template_quality_update: templateQuality,
  template_category_update: templateCategory,
  message_template_components_update: () => [{ kind: "ask-templates" }],
  phone_number_quality_update: numberQuality,
  phone_number_name_update: numberName,
  business_capability_update: capability,
  account_review_update: review,
  account_update: accountUpdate,
};

export const isAccountField = (field: string): boolean => Object.hasOwn(READERS, field);

/** Null: this version can't read it. Empty: nothing to do. */
export function readAccountNews(field: string, value: unknown): AccountNews[] | null {
  return READERS[field]?.(value) ?? null;
}

const templateId = { message_template_id: z.union([z.string(), z.number()]).transform(String) };

function templateStatus(value: unknown): AccountNews[] | null {
  const schema = z.object({ ...templateId, event: z.string(), reason: z.string().nullish().catch(null) });
  const { data } = schema.safeParse(value);
  if (!data) return null;
  const { message_template_id: platformId, event } = data;
  const reason = data.reason === "NONE" ? null : (data.reason ?? null);
  const change = { status: statusOf(event), reason };
  // One that nobody asked for yet is new at Meta: its words are asked for.
  return [
    { kind: "template", platformId, change },
    ...(event === "DELETED" ? [] : [{ kind: "ask-templates" } as const]),
  ];
}

function statusOf(event: string): string | null {
  if (event === "DELETED") return null;
  // Flagged is a warning: it may still be sent.
  return event === "REINSTATED" || event === "FLAGGED" ? "APPROVED" : event;
}

function templateQuality(value: unknown): AccountNews[] | null {
  const { data } = z.object({ ...templateId, new_quality_score: z.string() }).safeParse(value);
  if (!data) return null;
  return [
    { kind: "template", platformId: data.message_template_id, change: { quality: data.new_quality_score } },
  ];
}

/** An impending change names no new category yet. */
function templateCategory(value: unknown): AccountNews[] | null {
  const { data } = z.object({ ...templateId, new_category: z.string().nullish() }).safeParse(value);
  if (!data) return null;
  const { message_template_id: platformId, new_category: category } = data;
  return category ? [{ kind: "template", platformId, change: { category } }] : [];
}

const aboutNumber = { display_phone_number: z.union([z.string(), z.number()]).transform(String) };
/** Limits come as `TIER_2K` or as a number of people. */
const limit = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);

const QUALITY_EVENTS: Readonly<Record<string, Partial<ChannelHealth>>> = {
  FLAGGED: { quality: "RED" },
  UNFLAGGED: { quality: "GREEN" },
  THROUGHPUT_UPGRADE: { throughput: "HIGH" },
};

function numberQuality(value: unknown): AccountNews[] | null {
  const schema = z.object({
    ...aboutNumber,
    event: z.string(),
    current_limit: limit,
    max_daily_conversations_per_business: limit,
  });
  const { data } = schema.safeParse(value);
  if (!data) return null;
  const messagingLimit = data.max_daily_conversations_per_business ?? data.current_limit;
  const change = { ...QUALITY_EVENTS[data.event], ...(messagingLimit ? { messagingLimit } : {}) };
  return Object.keys(change).length === 0
    ? []
    : [{ kind: "health", phone: data.display_phone_number, change }];
}

function numberName(value: unknown): AccountNews[] | null {
  const schema = z.object({
    ...aboutNumber,
    decision: z.string(),
    requested_verified_name: z.string().nullish(),
  });
  const { data } = schema.safeParse(value);
  if (!data) return null;
  const { decision, requested_verified_name: displayName } = data;
  if (decision !== "APPROVED" || !displayName) return [];
  return [{ kind: "health", phone: data.display_phone_number, change: { displayName } }];
}

function capability(value: unknown): AccountNews[] | null {
  const schema = z.object({
    max_daily_conversations_per_business: limit,
    max_daily_conversation_per_phone: limit,
  });
  const { data } = schema.safeParse(value);
  const messagingLimit = data?.max_daily_conversations_per_business ?? data?.max_daily_conversation_per_phone;
  return messagingLimit ? [{ kind: "health", phone: null, change: { messagingLimit } }] : [];
}

function review(value: unknown): AccountNews[] | null {
  const { data } = z.object({ decision: z.string() }).safeParse(value);
  if (!data) return null;
  const account = data.decision === "REJECTED" ? "rejected" : null;
  return [{ kind: "health", phone: null, change: { account } }];
}

const accountSchema = z.object({
  event: z.string(),
  ban_info: z.object({ waba_ban_state: z.string().nullish() }).nullish().catch(null),
  restriction_info: z
    .array(z.object({ restriction_type: z.string().catch("") }))
    .nullish()
    .catch(null),
  violation_info: z.object({ violation_type: z.string().nullish() }).nullish().catch(null),
});

const MANAGER = "Look into WhatsApp Manager: Meta says there what happened and how to appeal.";

/** Account updates ("account_update"): only those that stop or free sending change something. */
function accountUpdate(value: unknown): AccountNews[] | null {
  const { data } = accountSchema.safeParse(value);
  if (!data) return null;
  switch (data.event) {
    case "DISABLED_UPDATE": {
      const state = data.ban_info?.waba_ban_state;
      if (state === "REINSTATE") return [{ kind: "release" }];
      if (state === "SCHEDULE_FOR_DISABLE") return [warned("disabled-soon")];
      return [
        { kind: "hold", account: "disabled", reason: `Meta has disabled this WhatsApp account. ${MANAGER}` },
      ];
    }
    case "ACCOUNT_RESTRICTION":
      return [warned("restricted")];
    case "ACCOUNT_VIOLATION":
      return [warned("violation")];
    case "ACCOUNT_DELETED":
    case "ACCOUNT_OFFBOARDED":
    case "PARTNER_REMOVED":
      return [
        {
          kind: "hold",
          account: "removed",
          reason: "The account no longer belongs to this app at Meta. Connect the channel again.",
        },
      ];
    case "ACCOUNT_RECONNECTED":
      return [{ kind: "release" }];
    default:
      return [];
  }
}

const warned = (account: string): AccountNews => ({ kind: "health", phone: null, change: { account } });
