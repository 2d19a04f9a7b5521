/** When and how often a draft is saved, with a server that is slow, down, or ahead. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Autosave, type SaveAnswer, type SaveStatus } from "./autosave.ts";

type Reply = (answer: SaveAnswer) => void;

/** A server that answers when told to. */
function open() {
  const saves: { doc: string; revision: number | null; reply: Reply }[] = [];
  const statuses: SaveStatus["kind"][] = [];
  const autosave = new Autosave<string>({
    revision: 7,
    save: (doc, revision) => new Promise((reply) => saves.push({ doc, revision, reply })),
    onStatus: (status) => statuses.push(status.kind),
  });
  const reply = async (answer: SaveAnswer) => {
    saves.at(-1)?.reply(answer);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { autosave, saves, statuses, reply };
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

it("stops at a conflict until it is told whose version counts", async () => {
  const { autosave, saves, statuses, reply } = open();
  autosave.changed("mine");
  vi.advanceTimersByTime(600);
  await reply({ ok: false, conflict: true });
  autosave.changed("mine, more");
  await vi.advanceTimersByTimeAsync(20_000);
  expect(saves).toHaveLength(1);
  expect(await autosave.flush()).toBe(false);
  expect(statuses.at(-1)).toBe("conflict");
  const overwritten = autosave.overwrite();
  expect(saves[1]).toMatchObject({ doc: "mine, more", revision: null });
  await reply(ok(12));
  expect(await overwritten).toBe(true);
});

it("drops mine and goes on from theirs", async () => {
  const { autosave, saves, reply } = open();
  autosave.changed("mine");
  vi.advanceTimersByTime(600);
  await reply({ ok: false, conflict: true });
  autosave.adopt(20);
  expect(autosave.isSaved).toBe(true);
  autosave.changed("next");
  vi.advanceTimersByTime(600);
  expect(saves[1]).toMatchObject({ doc: "next", revision: 20 });
});
