import { expect, test } from "vitest";
import { readAccountNews } from "./account-news.ts";

const TEMPLATE = { message_template_id: 12, message_template_name: "t", message_template_language: "es" };
const PHONE = { display_phone_number: "15550783881" };

test.each([
  [
    "message_template_status_update",
    { ...TEMPLATE, event: "REJECTED", reason: "INVALID_FORMAT" },
    [
      { kind: "template", platformId: "12", change: { status: "REJECTED", reason: "INVALID_FORMAT" } },
      { kind: "ask-templates" },
    ],
  ],
  [
    "message_template_status_update",
    { ...TEMPLATE, event: "FLAGGED", reason: "NONE" },
    [
      { kind: "template", platformId: "12", change: { status: "APPROVED", reason: null } },
      { kind: "ask-templates" },
    ],
  ],
  [
    "message_template_status_update",
    { ...TEMPLATE, event: "DELETED" },
    [{ kind: "template", platformId: "12", change: { status: null, reason: null } }],
  ],
  [
    "message_template_quality_update",
    { ...TEMPLATE, previous_quality_score: "GREEN", new_quality_score: "YELLOW" },
    [{ kind: "template", platformId: "12", change: { quality: "YELLOW" } }],
  ],
  [
    "template_category_update",
    { ...TEMPLATE, previous_category: "UTILITY", new_category: "MARKETING" },
    [{ kind: "template", platformId: "12", change: { category: "MARKETING" } }],
  ],
  [
    "template_category_update",
    { ...TEMPLATE, correct_category: "MARKETING", category_update_timestamp: 1 },
    [],
  ],
  ["message_template_components_update", TEMPLATE, [{ kind: "ask-templates" }]],
  [
    "phone_number_quality_update",
    { ...PHONE, event: "FLAGGED", current_limit: "TIER_1K" },
    [{ kind: "health", phone: "15550783881", change: { quality: "RED", messagingLimit: "TIER_1K" } }],
  ],
  [
    "phone_number_quality_update",
    { ...PHONE, event: "THROUGHPUT_UPGRADE", max_daily_conversations_per_business: "TIER_10K" },
    [{ kind: "health", phone: "15550783881", change: { throughput: "HIGH", messagingLimit: "TIER_10K" } }],
  ],
  ["phone_number_quality_update", { ...PHONE, event: "ONBOARDING" }, []],
  [
    "phone_number_name_update",
    { ...PHONE, decision: "APPROVED", requested_verified_name: "Shop" },
    [{ kind: "health", phone: "15550783881", change: { displayName: "Shop" } }],
  ],
  ["phone_number_name_update", { ...PHONE, decision: "REJECTED", requested_verified_name: "Shop" }, []],
  [
    "business_capability_update",
    { max_daily_conversation_per_phone: 100000, max_phone_numbers_per_business: 20 },
    [{ kind: "health", phone: null, change: { messagingLimit: "100000" } }],
  ],
  [
    "account_review_update",
    { decision: "REJECTED" },
    [{ kind: "health", phone: null, change: { account: "rejected" } }],
  ],
  [
    "account_review_update",
    { decision: "APPROVED" },
    [{ kind: "health", phone: null, change: { account: null } }],
  ],
  [
    "account_update",
    {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING" }],
    },
    [{ kind: "health", phone: null, change: { account: "restricted" } }],
  ],
  [
    "account_update",
    { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "SCHEDULE_FOR_DISABLE" } },
    [{ kind: "health", phone: null, change: { account: "disabled-soon" } }],
  ],
  ["account_update", { event: "ACCOUNT_RECONNECTED" }, [{ kind: "release" }]],
  ["account_update", { event: "AD_ACCOUNT_LINKED" }, []],
])("%s %j says %j", (field, value, news) => {
  expect(readAccountNews(field, value)).toEqual(news);
});

test.each([
  ["message_template_status_update"],
  ["account_update"],
  ["phone_number_quality_update"],
  ["account_review_update"],
])("a %s that can't be read is no news, and no error", (field) => {
  for (const value of [null, 3, "x", {}, { event: 7 }]) expect(readAccountNews(field, value)).toBeNull();
});
