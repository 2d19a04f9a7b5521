// A server with numbers at the platform's stand-in and a flow that answers a keyword with two texts, and the loop of
// customers who write again as soon as they are answered.

import { connectNumbers, publish, startHilo } from "./processes.mjs";

/** Of the loop. */
export const CONVERSATIONS = 50;
export const NUMBERS = 4;

/** Two texts, each different from the last: twenty equal ones would be a loop. */
const FLOW = {
  format: "hilo.flow/1",
  name: "Bench",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    { id: "a", type: "text", data: { text: "Hola {{ contact.name }}: {{ message.text | truncate: 20 }}" } },
    { id: "b", type: "text", data: { text: "¿Qué deseas? {{ message.id }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "a" },
    { id: "e1", source: "a", target: "b" },
  ],
};

/** @returns the server, and its customers */
export async function startLoop(postgres, outside, database) {
  const databaseUrl = await postgres.database(database);
  const hilo = await startHilo({ databaseUrl, graphUrl: outside.url });
  const numbers = await connectNumbers(hilo, NUMBERS);
  const flowId = await publish(hilo, FLOW);
  const customers = customersOf(outside, { url: hilo.webhook, numbers });
  return { hilo, databaseUrl, numbers, flowId, ...customers };
}

/**
 * Who writes to any program: all of them in a closed loop, `run({ seconds, … })`, or one alone. In the loop each program hears
 * what became of its sends, as the platform tells everybody, whatever it makes of that.
 */
export function customersOf(outside, { url, numbers }) {
  const all = { url, numbers, conversations: CONVERSATIONS };
  return {
    run: (options) => outside.ask("closedLoop", { ...all, ...options }),
    alone: () => outside.ask("alone", { url, numbers, rounds: 200 }),
  };
}
