/** Flows that start when a date of the contact has come: by the contact's own calendar and clock, once for each date. */
import { expect, it } from "vitest";
import { unpublishFlow } from "../../server/src/flows/publish.ts";
import { fireDueSchedules } from "../../server/src/schedules/fire-schedules.ts";
import { addPeople } from "../support/audience.ts";
import { BIRTHDAY, flowWith, useClockwork } from "../support/clockwork.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const clock = useClockwork(db);

/** Looks as a worker does at that moment. Returns whom it found, with the date: `0 2026-12-01`, by their order. */
async function lookAt(at: string, people: readonly string[]): Promise<string[]> {
  await db.pool.query("UPDATE schedules SET next_run_at = LEAST(next_run_at, $1)", [new Date(at)]);
  const { rows: before } = await db.pool.query("SELECT COALESCE(max(id), 0) AS id FROM inbox_events");
  await clock().fireAt(at);
  const { rows } = await db.pool.query<{ contact: string; date: string }>(
    `SELECT c.contact_id AS contact, e.payload->'event'->>'date' AS date FROM inbox_events e
       JOIN conversations c ON c.workspace_id = e.workspace_id AND c.id = e.conversation_id WHERE e.id > $1 ORDER BY e.id`,
    [before[0]?.id],
  );
  return rows.map(({ contact, date }) => `${people.indexOf(contact)} ${date}`);
}

it("comes at nine of each contact's own zone, and only on that day", async () => {
  await clock().publish(flowWith(BIRTHDAY));
  const people = await addPeople(db, clock().world, [
    { fields: { birthday: "1990-12-01" } },
    { fields: { birthday: "2001-12-01" }, timeZone: "America/Bogota" },
    { fields: { birthday: "2001-12-01" }, timeZone: "Asia/Kathmandu" },
    { fields: { birthday: "1990-12-02" } },
    { fields: { birthday: "soon" } },
    { fields: { birthday: 19901201 } },
    { fields: { other: "1990-12-01" } },
    { fields: { birthday: "1990-12-01" }, timeZone: "Nowhere/Land" },
  ]);
  // Madrid is the workspace's zone; who has a zone that is none is on UTC.
  expect(await lookAt("2026-12-01T03:00:00Z", people)).toEqual([]);
  expect(await lookAt("2026-12-01T03:15:00Z", people)).toEqual(["2 2026-12-01"]);
  expect(await lookAt("2026-12-01T08:00:00Z", people)).toEqual(["0 2026-12-01"]);
  expect(await lookAt("2026-12-01T09:00:00Z", people)).toEqual(["7 2026-12-01"]);
  expect(await lookAt("2026-12-01T14:00:00Z", people)).toEqual(["1 2026-12-01"]);
  expect(await lookAt("2026-12-01T14:15:00Z", people)).toEqual([]);
  expect(await lookAt("2026-12-02T08:00:00Z", people)).toEqual(["3 2026-12-02"]);
  expect(await lookAt("2027-12-01T08:00:00Z", people)).toContain("0 2027-12-01");
});

it("comes late on its day when nothing ran in the morning, and not the day after", async () => {
  await clock().publish(flowWith({ type: "date-reached", field: "visit", days: -1, time: "10:30" }));
  const people = await addPeople(db, clock().world, [
    { fields: { visit: "2026-12-02T16:00:00+01:00" } },
    { fields: { visit: "2026-12-01" } },
  ]);
  expect(await lookAt("2026-12-01T09:15:00Z", people)).toEqual([]);
  expect(await lookAt("2026-12-01T21:45:00Z", people)).toEqual(["0 2026-12-02"]);
  expect(await lookAt("2026-12-02T09:30:00Z", people)).toEqual([]);
});

it("comes for a date that is set on its day, and again when the date is moved", async () => {
  await clock().publish(flowWith({ type: "date-reached", field: "visit" }));
  const people = await addPeople(db, clock().world, [{}]);
  const setVisit = (visit: string) =>
    db.prisma.contact.updateMany({
      where: { workspaceId: clock().world.workspaceId },
      data: { fields: { visit } },
    });
  expect(await lookAt("2026-12-01T08:00:00Z", people)).toEqual([]);
  await setVisit("2026-12-01");
  expect(await lookAt("2026-12-01T12:00:00Z", people)).toEqual(["0 2026-12-01"]);
  await setVisit("2026-12-03");
  expect(await lookAt("2026-12-01T13:00:00Z", people)).toEqual([]);
  expect(await lookAt("2026-12-03T08:00:00Z", people)).toEqual(["0 2026-12-03"]);
});

it("comes once, though the flow is taken back and published again, at another time", async () => {
  const id = await clock().publish(flowWith(BIRTHDAY));
  const people = await addPeople(db, clock().world, [{ fields: { birthday: "1990-12-01" } }]);
  expect(await lookAt("2026-12-01T08:00:00Z", people)).toEqual(["0 2026-12-01"]);
  await unpublishFlow(db.pool, clock().world.workspaceId, id);
  await clock().publishAgain(id);
  expect(await lookAt("2026-12-01T08:30:00Z", people)).toEqual([]);
  await clock().publishAgain(id, flowWith({ ...BIRTHDAY, time: "10:00" }));
  expect(await lookAt("2026-12-01T09:00:00Z", people)).toEqual([]);
});

it("comes for the day a contact was made, when the field is createdAt", async () => {
  await clock().publish(flowWith({ type: "date-reached", field: "createdAt", yearly: true, days: 1 }));
  const people = await addPeople(db, clock().world, [{}, { fields: { createdAt: "1999-05-05" } }]);
  await db.pool.query("UPDATE contacts SET created_at = '2026-11-30T23:30:00Z' WHERE workspace_id = $1", [
    clock().world.workspaceId,
  ]);
  // In Madrid that was half past midnight of the next day; a field of that name goes before.
  expect(await lookAt("2026-12-02T08:00:00Z", people)).toEqual(["0 2026-12-01"]);
  expect(await lookAt("2027-05-06T07:00:00Z", people)).toEqual(["1 2027-05-05"]);
});

it("on a day when clocks change comes once, at the first moment after a time that is skipped", async () => {
  await clock().publish(flowWith({ type: "date-reached", field: "visit", time: "02:30" }));
  const people = await addPeople(db, clock().world, [
    { fields: { visit: "2027-03-28" } },
    { fields: { visit: "2027-10-31" } },
  ]);
  expect(await lookAt("2027-03-28T00:45:00Z", people)).toEqual([]);
  expect(await lookAt("2027-03-28T01:00:00Z", people)).toEqual(["0 2027-03-28"]);
  expect(await lookAt("2027-10-31T00:30:00Z", people)).toEqual(["1 2027-10-31"]);
  expect(await lookAt("2027-10-31T01:30:00Z", people)).toEqual([]);
});

it("is looked for every quarter of an hour, at the minute of its time", async () => {
  await clock().publish(flowWith({ ...BIRTHDAY, time: "09:07" }));
  clock().runtime.setNow(new Date("2026-12-01T08:00:00Z"));
  await db.pool.query("UPDATE schedules SET next_run_at = '2026-12-01T07:52:00Z'");
  await fireDueSchedules(clock().runtime);
  const { nextRunAt } = await db.prisma.schedule.findFirstOrThrow();
  expect(nextRunAt.toISOString()).toBe("2026-12-01T08:07:00.000Z");
});

it("is found among many by a thousand at a time", async () => {
  await clock().publish(flowWith(BIRTHDAY));
  const people = await addPeople(
    db,
    clock().world,
    Array.from({ length: 2_100 }, (_, i) => ({
      fields: { birthday: i % 100 === 0 ? "1990-12-01" : "1990-06-01" },
    })),
  );
  expect(await lookAt("2026-12-01T08:00:00Z", people)).toHaveLength(21);
});
