// Ids: order, form, and the same id for the same name.

import { describe, expect, it } from "vitest";
import { deterministicId, newId, providerKey, SHARDS, shardOf } from "./ids.ts";

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("newId", () => {
  it("makes version 7 UUIDs that sort in the order they were made, also far beyond 4,096 in a millisecond", () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1_700_000_000_000));
    expect(ids.every((id) => V7.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("goes on in order when the clock is set back", () => {
    const before = newId(1_900_000_000_000);
    expect(newId(1_800_000_000_000) > before).toBe(true);
  });
});

describe("deterministicId", () => {
  it("is the same for the same name and another for another", () => {
    // Written down: rows in customers' databases are named by this.
    expect(deterministicId("session:3:0")).toBe("976c13f8-ab40-8b32-9870-9ea9c9a7ac2d");
    expect(deterministicId("session:3:0")).not.toBe(deterministicId("session:3:1"));
  });
});

describe("providerKey", () => {
  it("does not confuse where one part ends and the next begins", () => {
    expect(providerKey("ab", "c").equals(providerKey("a", "bc"))).toBe(false);
    expect(providerKey("a", "b").equals(providerKey("a", "b"))).toBe(true);
  });
});

describe("shardOf", () => {
  it("spreads conversations over all shards", () => {
    const seen = new Set(Array.from({ length: 2_000 }, (_, n) => shardOf("channel", `5491100${n}`)));
    expect(seen.size).toBe(SHARDS);
    expect(shardOf("c", "1")).toBe(shardOf("c", "1"));
  });
});
