/** Order and fairness: each customer is answered in the order of what they said, and nobody waits for somebody else's trouble. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "../support/server-process.ts";
import { delivery } from "../support/whatsapp-webhook.ts";
import type { FarSide } from "./lab/far-side.ts";
import { Lab, newPerson } from "./lab/lab.ts";

const ECHO = {
  format: "hilo.flow/1",
  name: "Echo",
  triggers: [{ type: "keyword", keyword: "eco", mode: "word" }],
  nodes: [{ id: "say", type: "text", data: { text: "Has dicho: {{ message.text }}" } }],
  edges: [{ id: "e", source: "start", target: "say" }],
};

let lab: Lab;
let farSide: FarSide;

beforeAll(async () => {
  lab = await Lab.start();
  await lab.product.publish(ECHO);
  farSide = lab.farSide();
});
afterAll(async () => {
  await farSide?.stop();
  await lab?.stop();
});

/** One delivery with several messages of a customer, as Meta makes when many wait. */
function manyMessages(who: string, from: number, count: number): string {
  const messages = Array.from({ length: count }, (_, n) => ({
    from: who,
    id: `wamid.${who}.${from + n}`,
    timestamp: String(Math.floor(Date.now() / 1000)),
    type: "text",
    text: { body: `eco ${from + n}` },
  }));
  return delivery(lab.number, { contacts: [{ profile: { name: "Ana" }, wa_id: who }], messages });
}

const answersTo = (who: string): string[] =>
  lab.graph.ledger
    .filter(({ body }) => body.to?.endsWith(who))
    .map(({ body }) => /eco (\d+)/.exec(JSON.stringify(body))?.[1] ?? "");

it("a customer's fifty messages of a second are answered in order, by two servers too", async () => {
  await lab.join();
  const who = newPerson();
  for (let from = 0; from < 50; from += 5) await farSide.deliver(manyMessages(who, from, 5));
  await until(() => answersTo(who).length === 50, "all are answered", 60_000);
  expect(answersTo(who)).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
});

it("one whose answers hang holds up nobody else", async () => {
  const [slow = "", ...others] = Array.from({ length: 20 }, newPerson);
  lab.graph.answerWith(({ body }) =>
    body.to?.endsWith(slow) ? { kind: "hang", accepts: false } : { kind: "accept" },
  );
  await farSide.deliver(manyMessages(slow, 0, 3));
  await until(
    () => lab.graph.requests.some(({ body }) => body.to?.endsWith(slow)),
    "the slow one is being sent to",
  );
  await Promise.all(others.map((who) => farSide.deliver(manyMessages(who, 0, 2))));
  await until(() => others.every((who) => answersTo(who).length === 2), "everybody else is answered", 60_000);
  expect(answersTo(slow)).toEqual([]);
  lab.graph.answerWith(() => ({ kind: "accept" }));
});
