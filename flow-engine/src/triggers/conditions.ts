/** Whether a trigger's conditions hold in a conversation. */
import { isOpen, type Schedule } from "../calendar/schedule.ts";
import type { ChannelSnapshot, ContactSnapshot } from "../step/context.ts";
import type { TriggerConditions } from "./schema.ts";

export interface TriggerContext {
  channel: Pick<ChannelSnapshot, "id" | "platform">;
  contact: Pick<ContactSnapshot, "language" | "tags">;
  /** When it happened, milliseconds since the epoch; absent: conditions of time hold. */
  now?: number;
  /** IANA zone of the workspace. */
  timeZone?: string;
  /** Opening hours of the workspace; absent: always open. */
  hours?: Schedule | undefined;
}

/** Every condition given must hold; each holds when one of its values fits. An empty list is no condition. */
export function conditionsHold(conditions: TriggerConditions | undefined, context: TriggerContext): boolean {
  if (!conditions) return true;
  const { channelIds, platforms, tags, languages, hours } = conditions;
  return (
    anyOf(channelIds, (id) => id === context.channel.id) &&
    anyOf(platforms, (platform) => platform === context.channel.platform) &&
    anyOf(tags, (tag) => context.contact.tags.includes(tag)) &&
    anyOf(languages, (language) => speaks(context.contact.language, language)) &&
    inTime(hours, context)
  );
}

function anyOf(values: readonly string[] | undefined, fits: (value: string) => boolean): boolean {
  return values === undefined || values.length === 0 || values.some(fits);
}

/** `es` covers `es-MX` and WhatsApp's `es_MX`; `es-MX` covers only itself. */
function speaks(contactLanguage: string | null, wanted: string): boolean {
  const has = (contactLanguage ?? "").toLowerCase().replaceAll("_", "-");
  const wants = wanted.toLowerCase().replaceAll("_", "-");
  return has === wants || has.startsWith(`${wants}-`);
}

function inTime(condition: TriggerConditions["hours"], context: TriggerContext): boolean {
  if (!condition || context.now === undefined) return true;
  const schedule = condition.schedule ?? context.hours;
  const open = schedule === undefined || isOpen(schedule, context.now, context.timeZone ?? "UTC");
  return open === (condition.when === "open");
}
