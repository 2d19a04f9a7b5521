/** What starts flows in RapidPro: keywords, catch-alls, campaigns. */
import type { FlowInput } from "../../flow/schema.ts";
import type { ImportReport } from "../report.ts";
import type { RapidProCampaign, RapidProTrigger } from "./source.ts";

export type Triggers = NonNullable<FlowInput["triggers"]>;
type Trigger = Triggers[number];

const DROPPED: Readonly<Record<string, string>> = {
  M: "Missed calls start nothing.",
  V: "Calls are not supported.",
  T: "A closed ticket starts nothing: what follows a hand-back stands behind the “Hand-off” step.",
  S: "Its times are not in the file. Give the flow a schedule.",
};

export function triggersOf(trigger: RapidProTrigger, report: ImportReport): Triggers {
  const conditions = conditionsOf(trigger, report);
  const found = kinds(trigger);
  if (found.length === 0) {
    report.dropped(
      trigger,
      DROPPED[trigger.trigger_type] ?? `Triggers of type “${trigger.trigger_type}” have no counterpart.`,
    );
    return [];
  }
  report.carried(trigger);
  return found.map((one) => ({ ...one, ...conditions }));
}

function kinds({ trigger_type, keywords, keyword, match_type, ...rest }: RapidProTrigger): Trigger[] {
  switch (trigger_type) {
    case "K": {
      const words = [...new Set([...keywords, keyword ?? ""].map((word) => word.trim()).filter(Boolean))];
      const mode = match_type === "O" ? "exact" : "starts-with";
      return words.map((word) => ({ type: "keyword", keyword: word.slice(0, 200), mode }));
    }
    case "C":
      return [{ type: "catch-all" }];
    case "N":
      return [{ type: "get-started" }];
    case "O":
      return [{ type: "opt-in" }];
    case "R": {
      const ref = typeof rest.referrer_id === "string" ? rest.referrer_id : "";
      return ref === "" ? [] : [{ type: "ref-link", ref: ref.slice(0, 250) }];
    }
    default:
      return [];
  }
}

function conditionsOf(trigger: RapidProTrigger, report: ImportReport): { conditions?: { tags: string[] } } {
  const { groups, exclude_groups, channel } = trigger;
  const tags = groups.flatMap(({ name }) => (name ? [name] : []));
  if (exclude_groups.length > 0) report.changed(trigger, "Excluded groups were left out.");
  if (channel) report.changed(trigger, "It starts on every channel. Choose the channel in the trigger.");
  return tags.length > 0 ? { conditions: { tags } } : {};
}

/** Days of a unit of an event. */
const DAYS: Readonly<Record<string, number>> = { D: 1, W: 7 };

/** Events of a campaign that start a flow so many days from a contact's date. */
export function campaignTriggers(
  campaign: RapidProCampaign,
  report: ImportReport,
): { flow: string; trigger: Trigger }[] {
  const tags = campaign.group?.name ? [campaign.group.name] : [];
  const found = campaign.events.flatMap((event) => {
    const field = event.relative_to?.key ?? "";
    const days = (DAYS[event.unit] ?? Number.NaN) * event.offset;
    const flow = event.flow?.uuid ?? "";
    if (
      event.event_type !== "F" ||
      flow === "" ||
      field === "" ||
      !Number.isFinite(days) ||
      Math.abs(days) > 365
    ) {
      report.dropped(
        event,
        "Only flows that start days or weeks from a contact's date have a counterpart. Use a broadcast, or a “Wait” step.",
      );
      return [];
    }
    const hour = event.delivery_hour >= 0 && event.delivery_hour < 24 ? event.delivery_hour : 9;
    report.carried(event);
    const time = `${String(hour).padStart(2, "0")}:00`;
    const trigger: Trigger = {
      type: "date-reached",
      field: field.slice(0, 64),
      days: Math.round(days),
      time,
    };
    return [{ flow, trigger: tags.length > 0 ? { ...trigger, conditions: { tags } } : trigger }];
  });
  if (found.length > 0)
    report.changed(
      campaign,
      `${found.length} of its ${campaign.events.length} events became triggers of their flows.`,
    );
  else report.dropped(campaign, "None of its events could be carried over.");
  return found;
}
