/** Counts what deliveries hold that nothing acts on: a field that Meta added shows here before anybody misses it. */
import { z } from "zod";
import type { Delivery } from "../inbox/delivery.ts";
import type { Metrics } from "./metrics.ts";

/** Names come from outside: those that nobody knows share one label, so that no sender can fill the memory. */
const KNOWN: ReadonlySet<string> = new Set([
  "account_alerts",
  "account_review_update",
  "account_settings_update",
  "account_update",
  "automatic_events",
  "business_capability_update",
  "business_username_update",
  "calls",
  "feed",
  "flows",
  "group_lifecycle_update",
  "group_participants_update",
  "group_settings_update",
  "group_status_update",
  "history",
  "leadgen",
  "live_videos",
  "mention",
  "mentions",
  "message_template_components_update",
  "message_template_quality_update",
  "message_template_status_update",
  "messages:errors",
  "messages:group",
  "messages:statuses",
  "messages:system",
  "messaging:account_linking",
  "messaging:app_roles",
  "messaging:pass_thread_control",
  "messaging:policy-enforcement",
  "messaging:policy_enforcement",
  "messaging:postback",
  "messaging:request_thread_control",
  "messaging:take_thread_control",
  "partner_solutions",
  "payment_configuration_update",
  "phone_number_name_update",
  "phone_number_quality_update",
  "ratings",
  "security",
  "smb_app_state_sync",
  "standby",
  "story_insights",
  "template_category_update",
  "user_preferences",
]);

const fieldSchema = z.object({ field: z.string() });

export function countEvents({ setAside }: Pick<Metrics, "setAside">, { logs }: Delivery): void {
  for (const { platform, events } of logs) {
    for (const { state, payload } of events) {
      if (state !== "ignored" && state !== "quarantined") continue;
      const { data } = fieldSchema.safeParse(JSON.parse(payload));
      const field = state === "quarantined" ? "" : data && KNOWN.has(data.field) ? data.field : "unknown";
      setAside.inc({ platform, result: state === "quarantined" ? "quarantined" : "kept", field });
    }
  }
}
