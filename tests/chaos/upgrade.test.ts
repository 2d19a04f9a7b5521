/** Fault 20: versions side by side while an upgrade goes from server to server, and what one that is too old does. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { migrate } from "../../server/src/db/migrate.ts";
import { PRODUCT_ROOT } from "../../server/src/places.ts";
import { createTestDatabase } from "../support/database.ts";
import { startServer, until } from "../support/server-process.ts";
import { record } from "./lab/figures.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { chats, endStates, STORY, STORY_CHAT } from "./lab/story.ts";

const FULL = process.env.CHAOS === "full";
/** Where an older version is built (`npm run chaos -- --older v0.1.0`); without one this version upgrades to itself. */
const OLDER = process.env.HILO_OLDER ?? PRODUCT_ROOT;
const OLDER_NAME = process.env.HILO_OLDER_NAME ?? "the same version";
const CUSTOMERS = FULL ? 200 : 12;
/** From one customer to the next. */
const PACE_MS = FULL ? 150 : 100;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

describe("an upgrade from server to server", () => {
  it("loses and doubles nothing, whichever version has a conversation in hand", async () => {
    // The older version makes its tables; the newer one changes them under its hands.
    const database = await createTestDatabase({ template: false });
    const lab = await Lab.start({}, { database, root: OLDER });
    stops.push(() => lab.stop());
    await lab.product.publish(STORY);
    const farSide = lab.farSide();
    stops.push(() => farSide.stop());
    const people = Array.from({ length: CUSTOMERS }, newPerson);
    const asked = async (who: string) => (await chats(lab.db)).get(who)?.includes("¿Nombre?") ?? false;

    // Begun at the older version, gone on with at the newer.
    const early = newPerson();
    await farSide.say(early, "vamos");
    await until(() => asked(early), "the older version asks");

    const tell = async (who: string, n: number) => {
      await sleep(n * PACE_MS);
      await farSide.say(who, "vamos");
      await until(() => asked(who), `${who} is asked`, 60_000);
      await farSide.say(who, "Luz");
    };
    // The first come while the newer version changes the tables, the rest while both are at work.
    const before = Promise.all(people.slice(0, CUSTOMERS / 4).map(tell));
    const newer = [await lab.join({}, { beside: true }), await lab.join({}, { beside: true })];
    const beside = Promise.all(people.slice(CUSTOMERS / 4).map(tell));
    await sleep((CUSTOMERS * PACE_MS) / 2);
    const { server } = lab.product;
    server.child.kill("SIGTERM");
    expect(await server.exited).toBe(0);
    await Promise.all([before, beside]);
    await farSide.say(early, "Luz");
    await lab.untilQuiet(farSide);

    expect(newer.map(({ child }) => child.exitCode)).toEqual([null, null]);
    expect(await lab.violations([farSide])).toEqual([]);
    const said = await chats(lab.db);
    for (const who of [early, ...people])
      expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
    expect(await endStates(lab.db)).toHaveLength(1);
    // Nobody died: whoever left had ended what it had begun.
    const { rows } = await lab.db.query("SELECT id FROM messages WHERE status = 'Uncertain'");
    expect(rows).toEqual([]);
    record({
      what: `Upgrade from server to server under load, from ${OLDER_NAME}`,
      measured: `${people.length + 1} conversations, 0 wrong, 0 sends left uncertain`,
    });
  });
});

/** What migrations may do while the version before them runs: every table has a column more, and there is a new one. */
const NEWER = `
  DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
      EXECUTE format('ALTER TABLE %I ADD COLUMN newer text NOT NULL DEFAULT %L', t.tablename, '');
    END LOOP;
  END $$;
  CREATE TABLE newer_things (id uuid PRIMARY KEY)`;

/** The product's migrations and one more. */
async function withMigration(name: string, sql: string): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-newer-"));
  await cp(path.join(PRODUCT_ROOT, "prisma/migrations"), dir, { recursive: true });
  await mkdir(path.join(dir, name));
  await writeFile(path.join(dir, name, "migration.sql"), sql);
  return dir;
}

describe("the database of a newer version", () => {
  it.runIf(FULL)(
    "leaves the old version at work until it is replaced, and refuses to start it anew",
    async () => {
      // What a newer version leaves in the database when it comes up first.
      const lab = await Lab.start();
      stops.push(() => lab.stop());
      await lab.product.publish(STORY);
      const farSide = lab.farSide();
      stops.push(() => farSide.stop());
      const who = newPerson();
      await farSide.say(who, "vamos");
      const newer = await withMigration("29991231000000_newer", NEWER);
      stops.push(() => rm(newer, { recursive: true }));
      expect(await migrate(lab.product.database.url, newer)).toEqual(["29991231000000_newer"]);
      const old = lab.product.server;
      expect((await fetch(`${old.url}/readyz`)).status).toBe(200);
      await until(
        async () => (await chats(lab.db)).get(who)?.includes("¿Nombre?") ?? false,
        "the old version works on",
      );
      const again = await startServer({ ...lab.product.env }, { ready: false });
      expect(await again.exited).toBe(1);
      expect(again.output()).toMatch(/29991231000000_newer.*start the newer version/);
      // The newer one, as far as this test can have it, goes on with the session that the older one began.
      await lab.db.query(`DELETE FROM "_prisma_migrations" WHERE migration_name = '29991231000000_newer'`);
      // What is said while nobody listens is sent again by Meta, and what was taken before the change is not lost.
      const said = farSide.say(who, "Luz");
      await lab.product.restart();
      await said;
      await lab.untilQuiet(farSide);
      expect((await chats(lab.db)).get(who)).toEqual(STORY_CHAT);
      expect(await lab.violations([farSide])).toEqual([]);
    },
  );
});
