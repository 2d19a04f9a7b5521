/** Flows that start by the clock: each due run reaches each contact once, whoever works and whatever dies. */
import { describe, expect, it } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { fireDueSchedules } from "../../server/src/schedules/fire-schedules.ts";
import { CLAIM } from "../../server/src/schedules/schedule-row.ts";
import { addPeople } from "../support/audience.ts";
import { flowWith, MONDAYS, useClockwork } from "../support/clockwork.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const clock = useClockwork(db);

describe("a schedule", () => {
  it("is due by the workspace's clock, or by its own zone's", async () => {
    await clock().publish(flowWith(MONDAYS));
    // Madrid, where clocks are an hour ahead in winter.
    expect(new Date((await clock().nextRun()) ?? "").getUTCDay()).toBe(1);
    expect((await clock().nextRun())?.slice(11, 16)).toBe("08:00");
    await db.pool.query("DELETE FROM schedules");
    await clock().publish(flowWith({ ...MONDAYS, timeZone: "America/Bogota" }));
    expect((await clock().nextRun())?.slice(11, 16)).toBe("14:00");
  });

  it("reaches everybody once, a thousand a batch, with two workers at it", async () => {
    const flowId = await clock().publish(flowWith(MONDAYS));
    const people = await addPeople(
      db,
      clock().world,
      Array.from({ length: 2_300 }, () => ({})),
    );
    await clock().setNextRun("2026-11-30T08:00:00Z");
    expect(await clock().fireAt("2026-11-30T07:59:58Z")).toBe(0);
    clock().runtime.setNow(new Date("2026-11-30T08:00:00.5Z"));
    const other = { ...clock().runtime };
    const made = await Promise.all([fireDueSchedules(clock().runtime), fireDueSchedules(other)]);
    expect(made[0] + made[1]).toBe(2_300);
    expect((await clock().reached()).toSorted()).toEqual(people.toSorted());
    expect(await clock().nextRun()).toBe("2026-12-07T08:00:00.000Z");
    expect(new Set(clock().runtime.woken.map(([name]) => name))).toEqual(new Set(["drain"]));
    const { rows } = await db.pool.query(
      "SELECT payload, received_at FROM inbox_events WHERE workspace_id = $1 LIMIT 1",
      [clock().world.workspaceId],
    );
    expect(rows[0]?.payload.event).toEqual({ type: "schedule", name: "Mondays", cron: "0 9 * * 1", flowId });
    expect(await clock().fireAt("2026-11-30T08:01:00Z")).toBe(0);
  });

  it("goes on where a worker died, in whichever batch", async () => {
    await clock().publish(flowWith(MONDAYS));
    const people = await addPeople(
      db,
      clock().world,
      Array.from({ length: 2_500 }, () => ({})),
    );
    await clock().setNextRun("2026-11-30T08:00:00Z");
    for (const batch of [1, 2]) {
      await clock().dieInBatch(batch, `2026-11-30T08:00:0${batch}Z`);
      // What died with the first try left nothing; what died in the second try's second batch left its first.
      expect(await clock().reached()).toHaveLength((batch - 1) * 1_000);
    }
    const [half] = await clock().rows();
    expect(half).toMatchObject({ afterContact: people[999], runAt: new Date("2026-11-30T08:00:00Z") });
    expect(await clock().fireAt("2026-11-30T08:01:00Z")).toBe(1_500);
    expect((await clock().reached()).toSorted()).toEqual(people.toSorted());
    expect(await clock().nextRun()).toBe("2026-12-07T08:00:00.000Z");
  });

  it("reaches nobody twice even when a batch is done again", async () => {
    await clock().publish(flowWith(MONDAYS));
    await addPeople(db, clock().world, [{}, {}]);
    await clock().setNextRun("2026-11-30T08:00:00Z");
    expect(await clock().fireAt("2026-11-30T08:00:00Z")).toBe(2);
    await clock().setNextRun("2026-11-30T08:00:00Z");
    expect(await clock().fireAt("2026-11-30T08:00:30Z")).toBe(0);
    expect(await clock().reached()).toHaveLength(2);
  });

  it("that was missed while nothing ran is made up for once", async () => {
    await clock().publish(flowWith({ type: "schedule", cron: "0 9 * * *" }));
    await addPeople(db, clock().world, [{}]);
    await clock().setNextRun("2026-11-25T08:00:00Z");
    expect(await clock().fireAt("2026-11-28T20:00:00Z")).toBe(1);
    expect(await clock().nextRun()).toBe("2026-11-29T08:00:00.000Z");
    expect(await clock().fireAt("2026-11-28T20:01:00Z")).toBe(0);
  });

  it("runs once on days when clocks change", async () => {
    await clock().publish(flowWith({ type: "schedule", cron: "30 2 * * *" }));
    await addPeople(db, clock().world, [{}]);
    await clock().setNextRun("2027-03-27T01:30:00Z");
    expect(await clock().fireAt("2027-03-27T01:30:00Z")).toBe(1);
    // 2:30 does not come: 3:00 is the first moment after the gap.
    expect(await clock().nextRun()).toBe("2027-03-28T01:00:00.000Z");
    expect(await clock().fireAt("2027-03-28T01:00:00Z")).toBe(1);
    expect(await clock().nextRun()).toBe("2027-03-29T00:30:00.000Z");
    await clock().setNextRun("2027-10-31T00:30:00Z");
    expect(await clock().fireAt("2027-10-31T00:30:00Z")).toBe(1);
    // 2:30 comes again an hour later, and does not count.
    expect(await clock().nextRun()).toBe("2027-11-01T01:30:00.000Z");
  });

  it("that others hold lets the rest of them run", async () => {
    await clock().publish(flowWith(MONDAYS, { ...MONDAYS, name: "Other" }));
    await addPeople(db, clock().world, [{}]);
    await clock().setNextRun("2026-11-30T08:00:00Z");
    const holder = await db.pool.connect();
    await holder.query("BEGIN; SELECT id FROM schedules ORDER BY next_run_at LIMIT 1 FOR UPDATE");
    expect(await clock().fireAt("2026-11-30T08:00:00Z")).toBe(1);
    await holder.query("COMMIT");
    holder.release();
    expect(await fireDueSchedules(clock().runtime)).toBe(1);
  });

  it("follows a workspace that moved to another zone", async () => {
    await clock().publish(flowWith(MONDAYS));
    await addPeople(db, clock().world, [{}]);
    await clock().setNextRun("2026-11-30T08:00:00Z");
    await db.prisma.workspace.update({
      where: { id: clock().world.workspaceId },
      data: { timeZone: "America/Bogota" },
    });
    expect(await clock().fireAt("2026-11-30T08:00:00Z")).toBe(0);
    expect(await clock().nextRun()).toBe("2026-11-30T14:00:00.000Z");
    expect(await clock().fireAt("2026-11-30T14:00:00Z")).toBe(1);
  });

  it("starts its flow, in the conversation, when the row is drained", async () => {
    await clock().publish(flowWith(MONDAYS));
    await addPeople(db, clock().world, [{}]);
    await clock().setNextRun("2026-11-30T08:00:00Z");
    await clock().fireAt("2026-11-30T08:00:00Z");
    const [[, shard] = []] = clock().runtime.woken;
    await drainShard(clock().runtime, new PublishedFlows(), Number(shard));
    const messages = await db.prisma.message.findMany({ where: { workspaceId: clock().world.workspaceId } });
    expect(messages.map(({ text }) => text)).toEqual(["It is schedule"]);
  });

  it("is found by its index, however many wait", async () => {
    await clock().publish(flowWith(MONDAYS));
    await db.pool.query(
      `INSERT INTO schedules (workspace_id, id, flow_id, trigger, time_zone, next_run_at)
       SELECT workspace_id, gen_random_uuid(), flow_id, trigger, time_zone, now() + n * interval '1 minute'
         FROM schedules, generate_series(1, 20000) AS n`,
    );
    await db.pool.query("ANALYZE schedules");
    const { rows } = await db.pool.query<{ "QUERY PLAN": string }>(`EXPLAIN ${CLAIM.replaceAll("$1", "0")}`);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toContain("schedules_next_run_at_idx");
  });
});
