/** Whom a schedule is for, and what publishing its flow again or taking it back does to it. */
import { describe, expect, it } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { removeFlow } from "../../server/src/flows/drafts.ts";
import { unpublishFlow } from "../../server/src/flows/publish.ts";
import { addPeople } from "../support/audience.ts";
import { BIRTHDAY, flowWith, MONDAYS, useClockwork } from "../support/clockwork.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const clock = useClockwork(db);

describe("whom it is for", () => {
  const fire = async (conditions: Record<string, unknown>) => {
    await clock().publish(flowWith({ ...MONDAYS, conditions }));
    await clock().setNextRun("2026-11-30T08:00:00Z");
    await clock().fireAt("2026-11-30T08:00:00Z");
    return clock().reached();
  };

  it("nobody who opted out, is blocked, or became another contact", async () => {
    const [one] = await addPeople(db, clock().world, [
      {},
      { optedOut: true },
      { blocked: true },
      { mergedInto: newId() },
    ]);
    expect(await fire({})).toEqual([one]);
  });

  it("those with one of its tags and one of its languages", async () => {
    const [first, , , fourth] = await addPeople(db, clock().world, [
      { tags: ["vip"], language: "es_MX" },
      { tags: ["lead"], language: "es" },
      { tags: ["vip"], language: "en" },
      { tags: ["old", "lead"], language: "pt-BR" },
      { tags: ["vip"] },
    ]);
    expect(await fire({ tags: ["vip", "old"], languages: ["es", "pt-br"] })).toEqual([first, fourth]);
  });

  it("in the conversation that moved last, among its channels", async () => {
    const second = newId();
    await db.prisma.channel.create({
      data: {
        workspaceId: clock().world.workspaceId,
        id: second,
        platform: "instagram",
        name: "IG",
        platformId: second,
      },
    });
    const both = [
      { channelId: clock().world.channelId, lastMessageAt: "2026-11-01T00:00:00Z" },
      { channelId: second, lastMessageAt: "2026-11-02T00:00:00Z" },
    ];
    await addPeople(db, clock().world, [{ on: both }, { on: both.slice(0, 1) }, { on: [] }]);
    const channels = async () => {
      const { rows } = await db.pool.query<{ id: string }>(
        "SELECT e.channel_id AS id FROM inbox_events e WHERE e.workspace_id = $1 ORDER BY e.id",
        [clock().world.workspaceId],
      );
      return rows.map(({ id }) => id);
    };
    await fire({});
    expect(await channels()).toEqual([second, clock().world.channelId]);
    await db.pool.query("DELETE FROM inbox_events; DELETE FROM schedules");
    await fire({ platforms: ["whatsapp"] });
    expect(await channels()).toEqual([clock().world.channelId, clock().world.channelId]);
    await db.pool.query("DELETE FROM inbox_events; DELETE FROM schedules");
    await fire({ channelIds: [second] });
    expect(await channels()).toEqual([second]);
  });
});

describe("publishing", () => {
  it("again keeps when a schedule is due, and reckons anew when its times change", async () => {
    const id = await clock().publish(flowWith(MONDAYS));
    await clock().setNextRun("2030-01-07T08:00:00Z");
    await clock().publishAgain(id, flowWith({ ...MONDAYS, conditions: { tags: ["vip"] } }));
    expect(await clock().nextRun()).toBe("2030-01-07T08:00:00.000Z");
    expect((await clock().rows())[0]?.trigger).toMatchObject({ conditions: { tags: ["vip"] } });
    await clock().publishAgain(id, flowWith({ ...MONDAYS, cron: "0 10 * * 1" }));
    expect((await clock().nextRun())?.slice(0, 4)).not.toBe("2030");
    expect((await clock().nextRun())?.slice(11, 16)).toBe("09:00");
  });

  it("again keeps the run that is under way", async () => {
    const id = await clock().publish(flowWith(MONDAYS));
    const people = await addPeople(
      db,
      clock().world,
      Array.from({ length: 1_200 }, () => ({})),
    );
    await clock().setNextRun("2026-11-30T08:00:00Z");
    await clock().dieInBatch(2, "2026-11-30T08:00:01Z");
    await clock().publishAgain(id, flowWith(MONDAYS));
    await clock().fireAt("2026-11-30T08:01:00Z");
    expect((await clock().reached()).toSorted()).toEqual(people.toSorted());
  });

  it("has one row for each trigger, also for two of one name", async () => {
    const id = await clock().publish(flowWith(MONDAYS, { ...MONDAYS, cron: "0 9 * * 2" }, BIRTHDAY));
    const before = (await clock().rows()).map((row) => row.id);
    expect(before).toHaveLength(3);
    await clock().publishAgain(id, flowWith(MONDAYS, BIRTHDAY));
    const after = (await clock().rows()).map((row) => row.id);
    expect(after).toHaveLength(2);
    expect(before).toEqual(expect.arrayContaining(after));
  });

  it("less of it, taking back or removing ends the schedules", async () => {
    const id = await clock().publish(flowWith(MONDAYS));
    await clock().publishAgain(id, flowWith({ type: "keyword", keyword: "hola" }));
    expect(await clock().rows()).toEqual([]);
    await clock().publishAgain(id, flowWith(MONDAYS));
    await unpublishFlow(db.pool, clock().world.workspaceId, id);
    expect(await clock().rows()).toEqual([]);
    await clock().publishAgain(id);
    expect(await clock().rows()).toHaveLength(1);
    await removeFlow(db.pool, clock().world.workspaceId, id);
    expect(await clock().rows()).toEqual([]);
  });
});
