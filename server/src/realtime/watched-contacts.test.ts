/** Who begins to look while something is told. */
import { expect, test } from "vitest";
import { WatchedContacts } from "./watched-contacts.ts";

test("a statement is asked for what is watched when it begins", async () => {
  const watched = new WatchedContacts();
  watched.add("ana");
  watched.add("eva");
  watched.delete("ana");
  expect(await watched.during(async (contacts) => contacts)).toEqual(["eva"]);
});

test("when very many are watched, it is asked for everything", async () => {
  const watched = new WatchedContacts();
  for (let n = 0; n < 201; n++) watched.add(`contact ${n}`);
  expect(await watched.during(async (contacts) => contacts)).toBeNull();
});

test("who begins to look waits for what was running, whether it succeeds or fails", async () => {
  const watched = new WatchedContacts();
  const ended: string[] = [];
  const ends: (() => void)[] = [];
  const statement = (name: string, fails: boolean) =>
    watched
      .during(async () => {
        await new Promise<void>((resolve) => ends.push(resolve));
        ended.push(name);
        if (fails) throw new Error(name);
      })
      .catch(() => {});
  void statement("first", false);
  void statement("second", true);
  const looking = watched.settled().then(() => ended.push("looks"));
  void statement("later", false);
  ends[1]?.();
  ends[0]?.();
  await looking;
  expect(ended).toEqual(["second", "first", "looks"]);
});
