import { describe, expect, it } from "vitest";
import { scheduleSchema } from "../calendar/schedule.ts";
import { conditionsHold, type TriggerContext, whyNotNow } from "./conditions.ts";
import { triggerConditionsSchema } from "./schema.ts";

const ana: TriggerContext = {
  channel: { id: "c1", platform: "whatsapp" },
  contact: { language: "es_MX", tags: ["vip", "old"] },
};

/** Both questions must have one answer. */
function holds(conditions: unknown, context: TriggerContext): boolean {
  const parsed = triggerConditionsSchema.parse(conditions);
  const found = conditionsHold(parsed, context);
  expect(whyNotNow(parsed, context) === null).toBe(found);
  return found;
}

describe("conditions", () => {
  it("hold when there are none", () => {
    expect(conditionsHold(undefined, ana)).toBe(true);
    expect(whyNotNow(undefined, ana)).toBeNull();
  });

  it.each([
    [{}, true],
    [{ channelIds: ["c1"] }, true],
    [{ channelIds: ["c2"] }, false],
    [{ channelIds: ["c2", "c1"] }, true],
    [{ platforms: ["instagram", "whatsapp"] }, true],
    [{ platforms: ["instagram"] }, false],
    [{ tags: ["vip"] }, true],
    [{ tags: ["lead", "old"] }, true],
    [{ tags: ["lead"] }, false],
    [{ languages: ["es"] }, true],
    [{ languages: ["es-MX"] }, true],
    [{ languages: ["ES_mx"] }, true],
    [{ languages: ["es-ES"] }, false],
    [{ languages: ["e"] }, false],
    [{ languages: ["en"] }, false],
    [{ tags: ["vip"], platforms: ["messenger"] }, false],
    [{ tags: ["vip"], platforms: ["whatsapp"], languages: ["es"], channelIds: ["c1"] }, true],
    [{ tags: [], languages: [], channelIds: [], platforms: [] }, true],
  ])("%j: %j", (conditions, expected) => expect(holds(conditions, ana)).toBe(expected));

  it("on languages do not hold for who has none", () => {
    expect(holds({ languages: ["es"] }, { ...ana, contact: { language: null, tags: [] } })).toBe(false);
  });
});

const days = { mon: [{ from: "09:00", to: "18:00" }], fri: [{ from: "22:00", to: "02:00" }] };
const office = scheduleSchema.parse({ week: days });
const holidays = scheduleSchema.parse({ week: days, days: [{ date: "2026-03-02" }] });
const bogota = scheduleSchema.parse({ timeZone: "America/Bogota", week: days });

describe("conditions of hours", () => {
  it.each([
    // 2 March 2026 is a Monday; Madrid is at UTC+1.
    ["in the workspace's hours", { when: "open" }, "2026-03-02T08:00:00Z", office, true],
    ["before them", { when: "open" }, "2026-03-02T07:59:59Z", office, false],
    ["at their end", { when: "open" }, "2026-03-02T17:00:00Z", office, false],
    ["out of them", { when: "closed" }, "2026-03-02T17:00:00Z", office, true],
    ["closed, in them", { when: "closed" }, "2026-03-02T16:59:00Z", office, false],
    ["before midnight, over midnight", { when: "open" }, "2026-03-06T22:30:00Z", office, true],
    ["after midnight, over midnight", { when: "open" }, "2026-03-07T00:59:00Z", office, true],
    ["at the end, over midnight", { when: "open" }, "2026-03-07T01:00:00Z", office, false],
    ["on a holiday", { when: "open" }, "2026-03-02T10:00:00Z", holidays, false],
    ["in a zone of their own", { when: "open" }, "2026-03-02T14:30:00Z", bogota, true],
    ["in a zone of their own, too early", { when: "open" }, "2026-03-02T13:30:00Z", bogota, false],
    ["in hours of the trigger", { when: "open", schedule: bogota }, "2026-03-02T22:30:00Z", office, true],
    ["in a workspace without hours", { when: "open" }, "2026-03-01T03:00:00Z", undefined, true],
    ["closed, in a workspace without hours", { when: "closed" }, "2026-03-01T03:00:00Z", undefined, false],
    // The clock goes from 2 to 3 on 29 March in Madrid: 9:00 is an hour earlier in UTC.
    ["on summer time", { when: "open" }, "2026-03-30T07:00:00Z", office, true],
  ])("%s: %j at %s", (_, hours, now, workspaceHours, expected) => {
    const context = { ...ana, now: Date.parse(now), timeZone: "Europe/Madrid", hours: workspaceHours };
    expect(holds({ hours }, context)).toBe(expected);
  });

  it("hold where nobody knows the time", () => {
    expect(holds({ hours: { when: "closed" } }, { ...ana, hours: office })).toBe(true);
  });
});
