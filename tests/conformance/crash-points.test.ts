/** Every commit of the work behind the webhooks, and every request to others, has a crash point on each side. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { CRASH_POINTS } from "../../server/src/crash.ts";

const src = fileURLToPath(new URL("../../server/src", import.meta.url));

/** Where work is done that nobody waits for: what dies there must be taken up again. */
const FOLDERS = ["contact-imports", "conversations", "inbox", "outbox", "schedules", "tasks", "timers"];

/** Files that commit or ask others without a point, and why none is needed. */
const WITHOUT: Record<string, string> = {
  "conversations/act-on-sessions.ts": "the caller waits, and asks again for those that are left",
  "conversations/agent-actions.ts": "one statement for what was looked at, which may be repeated",
  "conversations/agent-sends.ts": "reads what submit-row.ts stored",
  "conversations/submit-row.ts": "the caller waits, and sends its key again",
  "contact-imports/check-import.ts": "the caller waits, and asks again",
  "contact-imports/store-upload.ts": "the caller waits, and sends the file again",
  "conversations/end-echo-pauses.ts": "one statement that the next sweep repeats",
  "conversations/inherited-rows.ts":
    "notes tries; a note too many or too few makes a try more careful, no more",
  "inbox/retry-delivery.ts": "a person's click, one transaction",
  "outbox/after-restore.ts": "a command that may be run again",
  "outbox/channel-queue.ts": "claims.ts and save-results.ts, which it calls, have the points",
  "outbox/deliver.ts": "renews leases, which may be left out",
  "outbox/graph-client.ts": "its caller, send-one.ts, has the points",
  "outbox/marketing-stop.ts": "a question that changes nothing",
  "outbox/message-changes.ts": "one statement that its callers, the sweep and the look at journals, repeat",
  "outbox/outgoing-files.ts":
    "a file that is uploaded twice is only forgotten sooner; its message has the points",
  "outbox/shared-pace.ts": "a report left out makes shares stale until the next",
  "outbox/sweep.ts": "one statement that the next sweep repeats",
  "tasks/fetch-task.ts": "its caller, perform-tasks.ts, has the points",
};

const COMMITS = /runtime\.pool,|transaction\(|"COMMIT"|pool\.query\(\s*["`{]?\s*(INSERT|UPDATE|DELETE)/;
const ASKS = /\.dispatch\(|guarded\.fetch\(|fetch\(/;

const files = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(src, folder))
    .filter((name) => name.endsWith(".ts") && !/\.(i?test|fixture)\.ts$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const textOf = (file: string): string => readFileSync(path.join(src, file), "utf8");

it("each named point is passed in exactly one place", () => {
  const text = files.map(textOf).join("\n");
  const uses = CRASH_POINTS.map((point) => text.split(`crash("${point}"`).length - 1);
  expect(Object.fromEntries(CRASH_POINTS.map((point, n) => [point, uses[n]]))).toEqual(
    Object.fromEntries(CRASH_POINTS.map((point) => [point, 1])),
  );
});

it("points come in pairs, one before and one after", () => {
  const sides = CRASH_POINTS.map((point) => /^(\w+)-(before|after)-(\w+)$/.exec(point));
  expect(sides.every((side) => side !== null)).toBe(true);
  for (const work of new Set(sides.map((side) => side?.[1])))
    for (const when of ["before", "after"])
      expect(sides.some((side) => side?.[1] === work && side?.[2] === when)).toBe(true);
});

it("whoever commits or asks others has a point, or a reason to have none", () => {
  const acting = files.filter((file) => COMMITS.test(textOf(file)) || ASKS.test(textOf(file)));
  const bare = acting.filter((file) => !textOf(file).includes('crash("') && !(file in WITHOUT));
  expect(bare).toEqual([]);
});
