/** Fault 33: the database goes back to an older copy. What was sent before the copy is not sent again, and what may have been is told. */
import { afterEach, expect, it } from "vitest";
import { openDatabase } from "../../server/src/db/client.ts";
import { connectAs } from "../../server/src/db/connect.ts";
import { holdBackAfterRestore } from "../../server/src/outbox/after-restore.ts";
import { until } from "../support/server-process.ts";
import { Cluster } from "./lab/cluster.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { chats, STORY, STORY_CHAT } from "./lab/story.ts";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

it.runIf(process.env.CHAOS === "full")(
  "sends nothing again that had been sent by then, and calls uncertain what was still to be sent",
  async () => {
    const cluster = await Cluster.start({ fsync: "off" });
    stops.push(() => cluster.stop());
    const lab = await Lab.start({}, { database: await cluster.database() });
    stops.push(() => lab.stop());
    await lab.product.publish(STORY);
    const farSide = lab.farSide();
    stops.push(() => farSide.stop());
    const [early = "", pending = "", late = ""] = [newPerson(), newPerson(), newPerson()];

    await farSide.say(early, "vamos");
    await until(
      async () => (await chats(lab.db)).get(early)?.includes("¿Nombre?") ?? false,
      "the first is asked",
    );
    await farSide.say(early, "Luz");
    await lab.untilQuiet(farSide);
    // The copy is made while something waits to be sent.
    await lab.db.query("UPDATE channels SET paused_until = now() + interval '1 hour'");
    await farSide.say(pending, "vamos");
    await until(
      async () => (await chats(lab.db)).get(pending)?.includes("¿Nombre?") ?? false,
      "something waits",
    );
    lab.product.server.child.kill("SIGTERM");
    await lab.product.server.exited;
    const admin = await connectAs(cluster.url.replace(/\/hilo$/, "/postgres"));
    stops.push(() => admin.end());
    const copy = async (from: string, to: string) => {
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [from]);
      await admin.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
    };
    await copy("hilo", "backup");

    // It runs on: what waited is sent, and somebody new comes.
    await lab.product.restart();
    await lab.db.query("UPDATE channels SET paused_until = NULL");
    await farSide.say(late, "vamos");
    await until(
      () => lab.graph.ledger.some(({ body }) => body.to?.endsWith(late)),
      "the new one is answered",
    );
    await until(() => lab.graph.ledger.some(({ body }) => body.to?.endsWith(pending)), "what waited is sent");
    await lab.untilQuiet(farSide);
    lab.product.server.child.kill("SIGTERM");
    await lab.product.server.exited;
    const sentBefore = lab.graph.ledger.length;

    // Back to the copy.
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'hilo'");
    await admin.query("ALTER DATABASE hilo RENAME TO broken");
    await copy("backup", "hilo");
    const restored = openDatabase(cluster.url);
    const report = await holdBackAfterRestore(restored.pool);
    await restored.close();
    expect(report.messages).toEqual([{ channel: "Shop", count: 2 }]);
    await lab.product.restart();
    await lab.db.query("UPDATE channels SET paused_until = NULL");
    await farSide.say(early, "vamos");
    await until(
      async () => ((await chats(lab.db)).get(early)?.length ?? 0) === STORY_CHAT.length + 3,
      "it goes on",
    );
    await lab.untilQuiet(farSide);

    const sent = lab.graph.ledger.slice(sentBefore);
    const before = new Set(lab.graph.ledger.slice(0, sentBefore).map(({ opaque }) => opaque));
    expect(sent.filter(({ opaque }) => before.has(opaque))).toEqual([]);
    expect(sent.length).toBeGreaterThan(0);
    const { rows } = await lab.db.query(
      "SELECT text FROM messages WHERE status = 'Uncertain' AND error ->> 'code' = 'restored' ORDER BY seq",
    );
    expect(rows).toEqual([{ text: "Uno" }, { text: "¿Nombre?" }]);
  },
);
