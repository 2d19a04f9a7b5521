/** O7: secrets given to Hilo are found in no log, no answer, no live event and no table, also when everything goes wrong. */
import { io } from "socket.io-client";
import { afterEach, expect, it } from "vitest";
import { until } from "../support/server-process.ts";
import { canaryHits, newCanary } from "./lab/canary.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { STORY } from "./lab/story.ts";

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

it("no secret shows anywhere", async () => {
  const lab = await Lab.start({ LOG_LEVEL: "trace" });
  stops.push(() => lab.stop());
  const { product } = lab;
  const canary = newCanary();
  await product.publish(STORY);
  const { accessToken, appSecret, verifyToken } = canary;
  const channel = await product.api<{ id: string }>("POST", "/channels", {
    platform: "whatsapp",
    name: "Canary",
    platformId: "555000111",
    accessToken,
    appSecret,
    verifyToken,
  });
  const texts: Record<string, string> = {};
  const socket = io(product.server.url, { path: "/socket.io", auth: { token: product.apiKey } });
  stops.push(async () => void socket.disconnect());
  socket.onAny((event: string, payload: unknown) => {
    texts["live events"] = `${texts["live events"] ?? ""}${event}${JSON.stringify(payload)}`;
  });
  const farSide = lab.farSide({ platformId: "555000111", appSecret });
  stops.push(() => farSide.stop());

  // A refused token, an answer that quotes it, a lost answer, and one that goes through.
  lab.graph.answerInTurn(
    { kind: "reply", status: 500, body: `token ${accessToken} was not expected here` },
    { kind: "reset", accepts: false },
    { kind: "reply", status: 401, body: { error: { code: 190, message: "Error validating access token" } } },
  );
  for (const who of [newPerson(), newPerson(), newPerson()]) await farSide.say(who, "vamos");
  await until(() => lab.graph.requests.length >= 3, "sends went wrong");
  await fetch(
    `${product.server.url}/api/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=1`,
  );
  await fetch(`${product.server.url}/api/v1/nowhere?token=${accessToken}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  await fetch(`${product.server.url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: product.server.url },
    body: JSON.stringify({ email: "ana@example.org", password: canary.password }),
  });
  for (const route of ["/channels", `/channels/${channel.id}`, "/conversations", "/sessions"])
    texts[route] = JSON.stringify(await product.api("GET", route));
  texts.metrics = await fetch(`${product.server.url}/metrics`).then((answer) => answer.text());
  texts.log = product.server.output();
  expect(texts.log.length).toBeGreaterThan(500);
  expect(await canaryHits(canary, lab.db, texts)).toEqual([]);
  // The search would find them.
  expect(await canaryHits(canary, lab.db, { log: `it is ${appSecret}` })).toEqual(["O7: appSecret in log"]);
});
