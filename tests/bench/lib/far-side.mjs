// Everything outside the server, in one process of its own: Meta's stand-in, which takes sends and reports their fate by
// signed webhooks, and the customers, who write and wait. Told what to do over IPC; measures by one clock.

import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import { Pool } from "undici";
import { flood, requestOf } from "./flood.mjs";
import { percentiles } from "./percentiles.mjs";
import { serveCommands } from "./serve-commands.mjs";

/** Statuses of so long go in one webhook, as Meta does under load. */
const STATUS_EVERY_MS = 50;

const state = {
  /** Phone → what waits for its next send. */
  awaited: new Map(),
  /** Sends whose fate is to be reported; null: nobody reports it. */
  statuses: null,
  sequence: 0,
};

const SIGNATURE = "x-hub-signature-256";
const sign = (body, secret) => `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

const standIn = createServer((req, res) => {
  const chunks = [];
  req.on("data", (chunk) => chunks.push(chunk));
  req.on("end", () => {
    const body = JSON.parse(Buffer.concat(chunks));
    const id = `wamid.S${++state.sequence}`;
    const phone = (body.to ?? body.recipient ?? "").replace("+", "");
    res.writeHead(200, { "content-type": "application/json" });
    res.end(
      `{"messaging_product":"whatsapp","contacts":[{"input":"+${phone}","wa_id":"${phone}"}],"messages":[{"id":"${id}"}]}`,
    );
    if (body.status === "read") return;
    state.awaited.get(phone)?.();
    state.statuses?.push([req.url.split("/")[2], id, phone, body.biz_opaque_callback_data]);
  });
});
standIn.keepAliveTimeout = 60_000;

function messageBody(platformId, phone, id, text) {
  return JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: "900",
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "15550001111", phone_number_id: platformId },
              contacts: [{ profile: { name: "Ana María Fernández" }, wa_id: phone }],
              messages: [
                {
                  from: phone,
                  id,
                  timestamp: `${Math.floor(Date.now() / 1_000)}`,
                  type: "text",
                  // About 700 bytes a body, as real ones are.
                  text: { body: text.padEnd(240, " …") },
                },
              ],
            },
          },
        ],
      },
    ],
  });
}

function statusBodies(queue, fates = ["sent", "delivered", "read"]) {
  const byNumber = Map.groupBy ? Map.groupBy(queue, ([number]) => number) : groupBy(queue);
  return [...byNumber].map(([number, sends]) => ({
    number,
    body: JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "900",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: { display_phone_number: "15550001111", phone_number_id: number },
                statuses: sends.flatMap(([, id, phone, opaque]) =>
                  fates.map((status) => ({
                    id,
                    status,
                    timestamp: `${Math.floor(Date.now() / 1_000)}`,
                    recipient_id: phone,
                    biz_opaque_callback_data: opaque,
                  })),
                ),
              },
            },
          ],
        },
      ],
    }),
  }));
}

function groupBy(queue) {
  const groups = new Map();
  for (const item of queue) groups.set(item[0], [...(groups.get(item[0]) ?? []), item]);
  return groups;
}

function client({ url, connections }) {
  const pool = new Pool(new URL(url).origin, { connections, pipelining: 1 });
  const path = new URL(url).pathname;
  const post = async (body, secret) => {
    const answer = await pool.request({
      path,
      method: "POST",
      headers: { "content-type": "application/json", [SIGNATURE]: sign(body, secret) },
      body,
    });
    await answer.body.dump();
    return answer.statusCode;
  };
  return { post, close: () => pool.close() };
}

let runs = 0;
/** In the ids of its messages: what was said in an earlier run is not said again. */
const nextRun = () => `${process.pid}-${++runs}`;

/** Each conversation writes, waits for `replies` sends, and writes again. @param noted whether to return what was written when */
async function closedLoop({
  url,
  numbers,
  conversations,
  seconds,
  warmUp = 5,
  replies = 2,
  keyword = "hola",
  noted = false,
  pauseMs = 0,
  patienceMs,
}) {
  const run = nextRun();
  const { post, close } = client({ url, connections: conversations + 8 });
  const written = [];
  state.statuses = [];
  const reporting = setInterval(() => report(post, numbers), STATUS_EVERY_MS);
  const times = [];
  const failures = new Map();
  const from = performance.now() + warmUp * 1_000;
  const until = from + seconds * 1_000;
  const talk = async (n) => {
    const number = numbers[n % numbers.length];
    const phone = `34600${String(100_000 + n)}`;
    for (let round = 0; performance.now() < until; round++) {
      const startedAt = performance.now();
      const answered = nextSends(phone, replies, patienceMs);
      const id = `wamid.C${n}.${round}.${run}`;
      const body = messageBody(number.platformId, phone, id, `${keyword} ${round} `);
      if (noted && startedAt >= from) written.push([id, performance.timeOrigin + startedAt]);
      const status = await post(body, number.appSecret);
      const fate = status === 200 ? await answered : status;
      if (fate !== "answered") failures.set(fate, (failures.get(fate) ?? 0) + 1);
      else if (startedAt >= from) times.push(performance.now() - startedAt);
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
  await Promise.all(Array.from({ length: conversations }, (_, n) => talk(n)));
  clearInterval(reporting);
  await close();
  return {
    perSecond: times.length / seconds,
    ...percentiles(times),
    failures: Object.fromEntries(failures),
    ...(noted ? { written } : {}),
  };
}

function nextSends(phone, count, patienceMs = 15_000) {
  return new Promise((resolve) => {
    let left = count;
    const late = setTimeout(() => resolve("late"), patienceMs);
    state.awaited.set(phone, () => {
      left -= 1;
      if (left > 0) return;
      clearTimeout(late);
      state.awaited.delete(phone);
      resolve("answered");
    });
  });
}

function report(post, numbers) {
  const queue = state.statuses.splice(0);
  for (const { number, body } of statusBodies(queue)) {
    const { appSecret } = numbers.find(({ platformId }) => platformId === number) ?? {};
    if (appSecret) post(body, appSecret).catch(() => {});
  }
}

/** One conversation alone: from the webhook's first byte to the first send. */
async function alone({ url, numbers, rounds, keyword = "hola", pauseMs = 20 }) {
  const run = nextRun();
  const { post, close } = client({ url, connections: 1 });
  state.statuses = null;
  const [number] = numbers;
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const phone = `34611${String(100_000 + (round % 50))}`;
    const startedAt = performance.now();
    const answered = nextSends(phone, 1);
    await post(
      messageBody(number.platformId, phone, `wamid.A${round}.${run}`, `${keyword} ${round} `),
      number.appSecret,
    );
    await answered;
    times.push(performance.now() - startedAt);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  await close();
  return percentiles(times);
}

const signedRequest = (url, body, secret) => requestOf(url, body, { [SIGNATURE]: sign(body, secret) });

/** Signed texts as fast as they are answered. @param warmUp how many of them are not measured */
async function ingest({ url, numbers, connections, count, warmUp, keyword = "xyzzy" }) {
  const run = nextRun();
  const requests = Array.from({ length: warmUp + count }, (_, n) => {
    const { platformId, appSecret } = numbers[n % numbers.length];
    const body = messageBody(platformId, `34622${100_000 + (n % 2_000)}`, `wamid.I${n}.${run}`, keyword);
    return signedRequest(url, body, appSecret);
  });
  return flood({ url, requests, connections, warmUp });
}

/** That messages were delivered, `size` of them to a body. @param ids platform id and phone of each */
async function statuses({ url, numbers, ids, size, connections }) {
  const [{ platformId, appSecret }] = numbers;
  const requests = [];
  for (let at = 0; at < ids.length; at += size) {
    const sends = ids.slice(at, at + size).map(([id, phone]) => [platformId, id, phone, undefined]);
    for (const { body } of statusBodies(sends, ["delivered"]))
      requests.push(signedRequest(url, body, appSecret));
  }
  return flood({ url, requests, connections, warmUp: 0 });
}

serveCommands({
  listen: async () => {
    await new Promise((resolve) => standIn.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${standIn.address().port}` };
  },
  closedLoop,
  alone,
  ingest,
  statuses,
});
