/** Whether triggers that look at events and origins match: the value that matched, or false. */
import { stringify } from "../expressions/print.ts";
import type { TriggerCandidate } from "./candidate.ts";
import type { TriggerEvent } from "./event.ts";
import { matchKeyword } from "./match.ts";
import { foldText } from "./normalize.ts";
import type { TriggerOf } from "./schema.ts";

type EventOf<T extends TriggerEvent["type"]> = Extract<TriggerEvent, { type: T }>;

/** The longer the list of ads, the less it says: one ad by name ranks before any ad. */
export function adMatch(adIds: readonly string[], id: string): string | false {
  if (adIds.length === 0) return "";
  return adIds.includes(id) && id;
}

export function commentMatch(
  { postIds = [], keyword, mode, live }: TriggerOf<"comment">,
  event: EventOf<"comment">,
): string | false {
  if (live !== undefined && live !== (event.live ?? false)) return false;
  if (postIds.length > 0 && !postIds.includes(event.postId ?? "")) return false;
  if (keyword === undefined) return "";
  return safely(() => matchKeyword(keyword, mode, event.text)) && keyword;
}

/** More than any keyword's length. */
const CERTAIN_POST = 1_000;

/** A trigger for certain posts goes before those for any; then the longer keyword. */
export function commentWeight(keyword: string, { postIds = [] }: TriggerOf<"comment">): number {
  return keyword.length + (postIds.length > 0 ? CERTAIN_POST : 0);
}

export function fieldMatch(
  { field, to }: TriggerOf<"field-changed">,
  event: EventOf<"field-changed">,
): string | false {
  if (field !== event.field) return false;
  return (to === undefined || foldText(stringify(event.after)) === foldText(to)) && field;
}

/** What an event does not tell is not asked. */
export function dateMatch(
  trigger: TriggerOf<"date-reached">,
  event: EventOf<"date-reached">,
): string | false {
  const { field, days = trigger.days, time = trigger.time } = event;
  return trigger.field === field && trigger.days === days && trigger.time === time && field;
}

export function scheduleMatch(trigger: TriggerOf<"schedule">, event: EventOf<"schedule">): string | false {
  const { name, cron = trigger.cron } = event;
  return trigger.name === name && trigger.cron === cron && name;
}

export function ofFlow(
  { flowId }: { flowId?: string | undefined },
  candidates: TriggerCandidate[],
): TriggerCandidate[] {
  return flowId === undefined ? candidates : candidates.filter((candidate) => candidate.flowId === flowId);
}

/** A pattern that does not compile matches nothing. */
function safely(match: () => boolean): boolean {
  try {
    return match();
  } catch {
    return false;
  }
}
