/** When and how often a draft is saved, with a server that is slow, down, or ahead. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Autosave, type SaveAnswer, type SaveStatus } from "./autosave.ts";

type Reply = (answer: SaveAnswer) => void;

/** A server that answers when told to. */
function open() {
  const saves: { doc: string; revision: number; reply: Reply }[] = [];
  const statuses: SaveStatus["kind"][] = [];
  const caughtUp = { times: 0, answer: () => {} };
  const autosave = new Autosave<string>({
    revision: 7,
    save: (doc, revision) => new Promise((reply) => saves.push({ doc, revision, reply })),
    catchUp: async () => {
      caughtUp.times += 1;
      caughtUp.answer();
    },
    onStatus: (status) => statuses.push(status.kind),
  });
  const reply = async (answer: SaveAnswer) => {
    saves.at(-1)?.reply(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, saves, statuses, caughtUp, reply };
}
const ok = (revision: number): SaveAnswer => ({ ok: true, revision });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("saves the last of a burst of changes once, over the revision it was read at", async () => {
  const { autosave, saves, statuses, reply } = open();
  autosave.changed("a");
  vi.advanceTimersByTime(400);
  autosave.changed("ab");
  vi.advanceTimersByTime(599);
  expect(saves).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(saves).toMatchObject([{ doc: "ab", revision: 7 }]);
  await reply(ok(8));
  expect(statuses).toEqual(["pending", "pending", "saving", "saved"]);
});

it("never runs two saves at once, and saves what was typed meanwhile over the new revision", async () => {
  const { autosave, saves, reply } = open();
  autosave.changed("a");
  vi.advanceTimersByTime(600);
  autosave.changed("ab");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saves).toHaveLength(1);
  await reply(ok(8));
  await vi.advanceTimersByTimeAsync(600);
  expect(saves[1]).toMatchObject({ doc: "ab", revision: 8 });
  await reply(ok(9));
  expect(autosave.isSaved).toBe(true);
});

it("flushes at once, with what is typed during the flush too", async () => {
  const { autosave, saves, reply } = open();
  autosave.changed("a");
  const flushed = autosave.flush();
  autosave.changed("ab");
  await reply(ok(8));
  expect(saves[1]).toMatchObject({ doc: "ab", revision: 8 });
  await reply(ok(9));
  expect(await flushed).toBe(true);
});

it("says that it failed, tries again by itself, and once more when asked", async () => {
  const { autosave, saves, statuses, reply } = open();
  autosave.changed("a");
  const flushed = autosave.flush();
  await reply({ ok: false, conflict: false, message: "down" });
  expect(await flushed).toBe(false);
  expect(statuses.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves).toHaveLength(2);
  await reply({ ok: false, conflict: false, message: "down" });
  const again = autosave.flush();
  expect(saves).toHaveLength(3);
  await reply(ok(8));
  expect(await again).toBe(true);
});

it("catches up at a conflict and saves mine on top of theirs, at once", async () => {
  const { autosave, saves, caughtUp, reply } = open();
  caughtUp.answer = () => autosave.rebase(20, "theirs and mine");
  autosave.changed("mine");
  vi.advanceTimersByTime(600);
  await reply({ ok: false, conflict: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(saves[1]).toMatchObject({ doc: "theirs and mine", revision: 20 });
  await reply(ok(21));
  expect(autosave.isSaved).toBe(true);
});

it("saves nothing when nothing of mine is left after catching up", async () => {
  const { autosave, saves, statuses, caughtUp } = open();
  caughtUp.answer = () => autosave.rebase(20, null);
  await autosave.catchUpTo(20);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saves).toHaveLength(0);
  expect(statuses).toEqual(["saved"]);
  await autosave.catchUpTo(20);
  expect(caughtUp.times).toBe(1);
});

it("does not mistake its own save for somebody else's", async () => {
  const { autosave, caughtUp, reply } = open();
  autosave.changed("mine");
  vi.advanceTimersByTime(600);
  const heard = autosave.catchUpTo(8);
  await reply(ok(8));
  await heard;
  expect(caughtUp.times).toBe(0);
});

it("keeps mine and tries again when theirs can't be read", async () => {
  const { autosave, saves, statuses, caughtUp, reply } = open();
  caughtUp.answer = () => {
    throw new Error("down");
  };
  autosave.changed("mine");
  vi.advanceTimersByTime(600);
  await reply({ ok: false, conflict: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(statuses.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saves[1]).toMatchObject({ doc: "mine", revision: 7 });
});

it("reads again what it could not read when it heard of it", async () => {
  const { autosave, statuses, caughtUp } = open();
  caughtUp.answer = () => {
    throw new Error("down");
  };
  await autosave.catchUpTo(20);
  expect(statuses.at(-1)).toBe("failed");
  caughtUp.answer = () => autosave.rebase(20, null);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(statuses.at(-1)).toBe("saved");
});
