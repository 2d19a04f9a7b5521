/** Whether a trigger's conditions hold in a conversation. */
import { isOpen, type Schedule } from "../calendar/schedule.ts";
import type { ChannelSnapshot, ContactSnapshot } from "../step/context.ts";
import type { TriggerConditions } from "./schema.ts";

export interface TriggerContext {
  channel: Pick<ChannelSnapshot, "id" | "platform" | "plays">;
  contact: Pick<ContactSnapshot, "language" | "tags">;
  /** When it happened, milliseconds since the epoch; absent: conditions of time hold. */
  now?: number;
  /** IANA zone of the workspace. */
  timeZone?: string;
  /** Opening hours of the workspace; absent: always open. */
  hours?: Schedule | undefined;
}

interface Check {
  holds(conditions: TriggerConditions, context: TriggerContext): boolean;
  /** For people: why it does not hold. */
  whyNot(conditions: TriggerConditions, context: TriggerContext): string;
}

const CHECKS: readonly Check[] = [
  {
    holds: ({ channelIds }, { channel }) => anyOf(channelIds, (id) => id === channel.id),
    whyNot: () => "It is for other channels.",
  },
  {
    // What is for a platform can be tried where the simulator plays it.
    holds: ({ platforms }, { channel }) =>
      anyOf(platforms, (platform) => platform === channel.platform || platform === channel.plays),
    whyNot: ({ platforms = [] }, { channel }) =>
      `It is for ${anyOfThese(platforms)}, and this is ${channel.plays ?? channel.platform}.`,
  },
  {
    holds: ({ tags }, { contact }) => anyOf(tags, (tag) => contact.tags.includes(tag)),
    whyNot: ({ tags = [] }) => `It is for contacts with the tag ${anyOfThese(tags.map(quoted))}.`,
  },
  {
    holds: ({ languages }, { contact }) => anyOf(languages, (wanted) => speaks(contact.language, wanted)),
    whyNot: ({ languages = [] }, { contact }) =>
      `It is for the language ${anyOfThese(languages)}, and the contact's is ${contact.language ?? "not known"}.`,
  },
  {
    holds: ({ hours }, context) => inTime(hours, context),
    whyNot: ({ hours }) =>
      hours?.when === "open"
        ? "It is for opening hours, and now is closed."
        : "It is for closed hours, and now is open.",
  },
];

/** Every condition given must hold; each holds when one of its values fits. An empty list is no condition. */
export function conditionsHold(conditions: TriggerConditions | undefined, context: TriggerContext): boolean {
  return conditions === undefined || CHECKS.every(({ holds }) => holds(conditions, context));
}

/** The first condition that does not hold, as a sentence for people; null when all hold. */
export function whyNotNow(conditions: TriggerConditions | undefined, context: TriggerContext): string | null {
  if (!conditions) return null;
  const failed = CHECKS.find(({ holds }) => !holds(conditions, context));
  return failed ? failed.whyNot(conditions, context) : null;
}

function quoted(text: string): string {
  return `“${text}”`;
}

function anyOfThese(values: readonly string[]): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : `${values.slice(0, -1).join(", ")} or ${last}`;
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
