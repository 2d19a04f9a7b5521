import { describe, expect, it } from "vitest";
import { type Answerer, chooseAssignees, type Staff } from "./choose-assignees.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const person = (userId: string, rest: Partial<Answerer> = {}): Answerer => ({
  userId,
  email: `${userId}@example.org`,
  teams: [],
  open: 0,
  lastAssignedAt: null,
  ...rest,
});
const staff: Staff = {
  teams: [
    { id: "t1", name: "Sales" },
    { id: "t2", name: "Empty" },
  ],
  answerers: [
    person("ana", { teams: ["t1"], open: 3, lastAssignedAt: NOW - 9_000 }),
    person("bea", { open: 1, lastAssignedAt: NOW - 1_000 }),
    person("cris", { teams: ["t1"], open: 2, lastAssignedAt: NOW - 5_000 }),
  ],
};
const one = (assignee: Parameters<typeof chooseAssignees>[0][number]) =>
  chooseAssignees([assignee], staff, NOW)[0];

describe("a conversation goes", () => {
  it("to a person by id or by e-mail address, whatever its capitals", () => {
    expect(one({ kind: "user", user: "bea" })).toEqual({ userId: "bea", teamId: null, problem: null });
    expect(one({ kind: "user", user: " CRIS@example.org " })?.userId).toBe("cris");
    expect(one({ kind: "user", user: "zoe" })?.problem).toBe("“zoe” is nobody here who answers customers");
  });

  it("to a team, whoever of it takes it", () => {
    expect(one({ kind: "team", team: "sales" })).toEqual({ userId: null, teamId: "t1", problem: null });
    expect(one({ kind: "team", team: "Support" })?.problem).toBe("there is no team called “Support”");
    expect(one({ kind: "nobody" })).toEqual({ userId: null, teamId: null, problem: null });
  });

  it("to the least busy, each decision counting for the next", () => {
    const rule = { kind: "rule", rule: "least-busy" } as const;
    const chosen = chooseAssignees(Array(5).fill(rule), staff, NOW);
    expect(chosen.map(({ userId }) => userId)).toEqual(["bea", "cris", "bea", "ana", "cris"]);
  });

  it("to each in turn", () => {
    const rule = { kind: "rule", rule: "round-robin" } as const;
    const chosen = chooseAssignees(Array(4).fill(rule), staff, NOW);
    expect(chosen.map(({ userId }) => userId)).toEqual(["ana", "cris", "bea", "ana"]);
  });

  it("to people of the team only, when a team is named", () => {
    const rule = { kind: "rule", rule: "least-busy", team: "Sales" } as const;
    expect(one(rule)).toEqual({ userId: "cris", teamId: "t1", problem: null });
    expect(one({ ...rule, team: "Empty" })).toEqual({
      userId: null,
      teamId: "t2",
      problem: "nobody is in the team “Empty”",
    });
  });
});
