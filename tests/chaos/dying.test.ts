/** Faults 13–18: servers that are asked to go, hang, freeze, run out of memory, throw, or die of one message each time. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../support/server-process.ts";
import type { FarSide } from "./lab/far-side.ts";
import { record, seconds } from "./lab/figures.ts";
import { type Env, Lab, newPerson } from "./lab/lab.ts";
import { isAlive } from "./lab/processes.ts";
import { chats, STORY, STORY_CHAT } from "./lab/story.ts";

const FULL = process.env.CHAOS === "full";

let lab: Lab;
let farSide: FarSide;
let people: string[];

beforeEach(async () => {
  lab = await Lab.start();
  await lab.product.publish(STORY);
  farSide = lab.farSide();
  people = [];
});
afterEach(async () => {
  await farSide.stop();
  await lab.stop();
});

const newPeople = (count: number): string[] => {
  const made = Array.from({ length: count }, newPerson);
  people.push(...made);
  return made;
};

async function tellTheStory(who: string, options: { door?: string } = {}): Promise<void> {
  await farSide.say(who, "vamos", options);
  await until(() => isAsked(who), `${who} is asked`, 120_000);
  await farSide.say(who, "Luz", options);
}

async function isAsked(who: string): Promise<boolean> {
  const { rowCount } = await lab.db.query(
    `SELECT 1 FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
      WHERE c.external_id = $1 AND s.node_id = 'ask'`,
    [who],
  );
  return rowCount === 1;
}

async function expectAllWell(poisoned: readonly string[] = [], late = false): Promise<void> {
  await lab.untilQuiet(farSide);
  const wrong = await lab.violations([farSide], poisoned);
  // What a frozen server sends when it wakes up comes late.
  expect(wrong.filter((line) => !(late && line.includes("overtook")))).toEqual([]);
  const said = await chats(lab.db);
  for (const who of people) expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
}

describe("a server that is asked to go", () => {
  it("says that it is not ready, ends what is under way and leaves with 0", async () => {
    // Fault 13.
    lab.graph.answerWith(() => ({ kind: "accept", delayMs: 400 }));
    const leaving = await lab.join();
    const talks = newPeople(12).map((who) => tellTheStory(who, { door: leaving.url }));
    await until(() => lab.graph.requests.length > 3, "sends are under way");
    leaving.child.kill("SIGTERM");
    const began = performance.now();
    const answers: number[] = [];
    await until(
      async () => {
        answers.push(
          await fetch(`${leaving.url}/readyz`).then(
            ({ status }) => status,
            () => 0,
          ),
        );
        return !isAlive(leaving);
      },
      "it has left",
      30_000,
    );
    expect(await leaving.exited).toBe(0);
    expect(answers).toContain(503);
    expect(answers.lastIndexOf(200)).toBeLessThan(answers.indexOf(503));
    lab.more.delete(leaving);
    await Promise.all(talks);
    await expectAllWell();
    const { rows } = await lab.db.query("SELECT 1 FROM messages WHERE status = 'Uncertain'");
    expect(rows).toEqual([]);
    record({
      what: "SIGTERM under load until the process has left",
      measured: seconds(performance.now() - began),
    });
  });

  it.runIf(FULL)("leaves at once at the second signal, and another goes on with its work", async () => {
    // Fault 14: the far side never answers, so that the first signal has long to wait.
    const leaving = await lab.join();
    lab.graph.answerWith(({ n }) => (n < 2 ? { kind: "hang", accepts: false } : { kind: "accept" }));
    const talks = newPeople(2).map((who) => tellTheStory(who, { door: leaving.url }));
    await until(() => lab.graph.requests.length >= 2, "sends are under way");
    leaving.child.kill("SIGTERM");
    await until(
      async () => (await fetch(`${leaving.url}/readyz`).catch(() => null))?.status !== 200,
      "it is leaving",
    );
    leaving.child.kill("SIGTERM");
    expect(await leaving.exited).toBe(1);
    await Promise.all(talks);
    await expectAllWell();
  });
});

describe.each([
  { point: "drain-before-commit", what: "in the middle of a step" },
  { point: "deliver-before-post", what: "before a send" },
])("a server that freezes $what and wakes up later", ({ point }) => {
  it.runIf(FULL)("finds its work done by another, and changes nothing", async () => {
    // Fault 15.
    const frozen = await lab.join({ CRASH_AT: `${point}:1:stop` }, { beside: true });
    const [first = ""] = newPeople(1);
    const began = performance.now();
    const talk = tellTheStory(first, { door: frozen.url });
    if (point === "drain-before-commit") {
      await until(() => isAsked(first), "another has taken the step", 60_000);
      record({
        what: "A frozen server's step is taken by another after",
        measured: seconds(performance.now() - began),
      });
    } else {
      await until(
        async () => (await lab.db.query("SELECT 1 FROM messages WHERE status = 'Uncertain'")).rowCount === 1,
        "the send is called uncertain",
        30_000,
      );
    }
    frozen.child.kill("SIGCONT");
    await talk;
    await expectAllWell([], point === "deliver-before-post");
    expect(isAlive(frozen)).toBe(true);
  });
});

describe.each([
  { point: "deliver-before-post", what: "before the request" },
  { point: "deliver-after-claim", what: "with what it took from the outbox" },
  { point: "drain-after-commit", what: "with what a step had just said" },
])("a server that dies $what", ({ point }) => {
  it.runIf(FULL || point === "deliver-before-post")("leaves it to another on its machine", async () => {
    // Fault 7. Not at its first pass: by then it sends what it saves without a look at the outbox.
    const victim = await lab.join({ CRASH_AT: `${point}:3` }, { beside: true });
    const talks: Promise<void>[] = [];
    while (isAlive(victim)) {
      talks.push(...newPeople(2).map((who) => tellTheStory(who, { door: victim.url })));
      await sleep(300);
    }
    lab.more.delete(victim);
    await Promise.all(talks);
    await expectAllWell();
    expect(lab.product.server.output()).toContain("a process died before it began these sends");
    const { rows } = await lab.db.query("SELECT uncounted FROM messages WHERE uncounted > 0");
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("an error that nobody catches", () => {
  it.runIf(FULL)("is printed, ends the process with 1, and loses nothing", async () => {
    // Fault 17.
    const victim = await lab.join({ CRASH_AT: "drain-after-commit:1:throw" });
    await tellTheStory(newPeople(1)[0] ?? "", { door: victim.url });
    expect(await victim.exited).toBe(1);
    expect(victim.output()).toContain("thrown on purpose");
    await expectAllWell();
  });
});

describe.each([
  { way: "kill", fault: 18, env: {} },
  { way: "heap", fault: 16, env: { NODE_OPTIONS: "--max-old-space-size=128" } },
])("a message that ends the server each time it is worked on ($way)", ({ way, env }) => {
  it.runIf(FULL || way === "kill")(
    "is set aside after three times, and everybody goes on, the same customer too",
    async () => {
      const poison: Env = { ...env, CRASH_AT: `drain-before-step:1:${way}:veneno` };
      await lab.product.restart(poison);
      const id = "wamid.poison";
      const [victim = "", ...others] = newPeople(4);
      const talks = others.map((who) => tellTheStory(who));
      const later = farSide.say(victim, "veneno", { id }).then(() => tellTheStory(victim));
      let deaths = 0;
      await until(
        async () => {
          if (!isAlive(lab.product.server)) {
            deaths += 1;
            await lab.product.restart(poison, { ready: false });
          }
          const { rows } = await lab.db.query("SELECT error FROM inbox_events WHERE state = 'quarantined'");
          return rows.length === 1;
        },
        "the message is set aside",
        160_000,
      );
      await Promise.all([later, ...talks]);
      await expectAllWell([id]);
      expect(deaths).toBe(3);
      const { rows } = await lab.db.query<{ error: string }>(
        "SELECT error FROM inbox_events WHERE state = 'quarantined'",
      );
      expect(rows[0]?.error).toMatch(/ended each time/);
      expect(lab.product.server.output()).toContain("inbox row quarantined");
    },
  );
});
