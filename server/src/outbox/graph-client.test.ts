/** What is known of a send when its time is over: a connection is real, the clock only where it is what is tested. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { GraphClient } from "./graph-client.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that takes requests and never answers. */
async function silentServer(onRequest: () => void = () => {}): Promise<string> {
  const server = createServer((req) => void req.resume().on("end", onRequest));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function client(options: ConstructorParameters<typeof GraphClient>[0]): GraphClient {
  const made = new GraphClient(options);
  closing.push(() => void made.close());
  return made;
}

const request = (origin: string) => ({ origin, path: "/v1/1/messages", token: "t", body: "{}" });

it("a send that nobody answers is over after the deadline", async () => {
  const outcome = await client({ deadlineMs: 30 }).post(request(await silentServer()));
  expect(outcome).toMatchObject({ reason: "No complete answer within 0.03 s." });
});

it("it is unknown what became of it, once it was written", async () => {
  let ring = () => {};
  const origin = await silentServer(() => ring());
  const alarm = (expire: () => void) => {
    ring = expire;
    return () => {};
  };
  expect((await client({ alarm }).post(request(origin))).kind).toBe("unknown");
});

it("what may not begin is not sent, and what begins says so before anybody hears of it", async () => {
  const order: string[] = [];
  let ring = () => {};
  const origin = await silentServer(() => {
    order.push("heard");
    ring();
  });
  const alarm = (expire: () => void) => {
    ring = expire;
    return () => {};
  };
  const allowed = { ...request(origin), begin: () => void order.push("asked") };
  const refused = await client({}).post({
    ...allowed,
    begin: () => {
      throw new Error("not noted");
    },
  });
  expect(refused).toEqual({ kind: "unsent", reason: "not noted" });
  expect(order).toEqual([]);
  expect((await client({ alarm }).post(allowed)).kind).toBe("unknown");
  expect(order).toEqual(["asked", "heard"]);
});

it("before that, it was certainly not sent", async () => {
  let came = 0;
  const origin = await silentServer(() => {
    came += 1;
  });
  let ring = () => {};
  const alarm = (expire: () => void) => {
    ring = expire;
    return () => {};
  };
  const answer = client({ alarm }).post(request(origin));
  ring();
  expect((await answer).kind).toBe("unsent");
  const later = new AbortController();
  const asked = fetch(origin, { signal: later.signal }).catch(() => {});
  await vi.waitFor(() => expect(came).toBeGreaterThan(0), { timeout: 5_000 });
  later.abort();
  await asked;
  expect(came).toBe(1);
});
