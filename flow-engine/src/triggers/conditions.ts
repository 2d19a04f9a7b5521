/** Whether a trigger's conditions hold in a conversation. */
import type { ChannelSnapshot, ContactSnapshot } from "../step/context.ts";
import type { TriggerConditions } from "./schema.ts";

export interface TriggerContext {
  channel: Pick<ChannelSnapshot, "id" | "platform">;
  contact: Pick<ContactSnapshot, "language" | "tags">;
}

/** Every condition given must hold; each holds when one of its values fits. An empty list is no condition. */
export function conditionsHold(conditions: TriggerConditions | undefined, context: TriggerContext): boolean {
  if (!conditions) return true;
  const { channelIds, platforms, tags, languages } = conditions;
  return (
    anyOf(channelIds, (id) => id === context.channel.id) &&
    anyOf(platforms, (platform) => platform === context.channel.platform) &&
    anyOf(tags, (tag) => context.contact.tags.includes(tag)) &&
    anyOf(languages, (language) => speaks(context.contact.language, language))
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
