/** Who gets a conversation, by name or by rule. Pure: the members of a workspace in, decisions out. */
import type { Assignee } from "@hilo/flow-engine";

/** A member who may answer customers. */
export interface Answerer {
  userId: string;
  email: string;
  /** Ids of teams. */
  teams: readonly string[];
  /** Conversations they have in hand. */
  open: number;
  /** Milliseconds since the epoch; null: never. */
  lastAssignedAt: number | null;
}

export interface Chosen {
  userId: string | null;
  teamId: string | null;
  /** Why nobody got it, for people; null when all is well. */
  problem: string | null;
}

export interface Staff {
  answerers: readonly Answerer[];
  teams: readonly { id: string; name: string }[];
}

/**
 * Decides on one conversation after the other; each decision counts for the next.
 * @param at now, in milliseconds since the epoch
 */
export function chooseAssignees(wanted: readonly Assignee[], staff: Staff, at: number): Chosen[] {
  const answerers = staff.answerers.map((answerer) => ({ ...answerer }));
  return wanted.map((assignee, n) => {
    const chosen = choose(assignee, { ...staff, answerers });
    const taker = answerers.find(({ userId }) => userId === chosen.userId);
    // Later ones of the same moment stay in order.
    if (taker) Object.assign(taker, { open: taker.open + 1, lastAssignedAt: at + n / 1_000 });
    return chosen;
  });
}

function choose(assignee: Assignee, staff: Staff): Chosen {
  switch (assignee.kind) {
    case "nobody":
      return { userId: null, teamId: null, problem: null };
    case "user":
      return chooseUser(assignee.user, staff);
    case "team": {
      const teamId = teamCalled(assignee.team, staff);
      return { userId: null, teamId, problem: teamId ? null : noTeam(assignee.team) };
    }
    case "rule":
      return chooseByRule(assignee, staff);
  }
}

function chooseUser(wanted: string, { answerers }: Staff): Chosen {
  const name = wanted.trim().toLowerCase();
  const found = answerers.find(
    ({ userId, email }) => userId === wanted.trim() || email.toLowerCase() === name,
  );
  const problem = found ? null : `“${wanted}” is nobody here who answers customers`;
  return { userId: found?.userId ?? null, teamId: null, problem };
}

function chooseByRule({ rule, team }: Extract<Assignee, { kind: "rule" }>, staff: Staff): Chosen {
  const teamId = team === undefined ? null : teamCalled(team, staff);
  if (team !== undefined && teamId === null) return { userId: null, teamId, problem: noTeam(team) };
  const able = staff.answerers.filter(({ teams }) => teamId === null || teams.includes(teamId));
  const [first] = [...able].sort(rule === "least-busy" ? byLoad : byTurn);
  const who = team === undefined ? "nobody here answers customers" : `nobody is in the team “${team}”`;
  return { userId: first?.userId ?? null, teamId, problem: first ? null : who };
}

const noTeam = (name: string) => `there is no team called “${name}”`;

function teamCalled(name: string, { teams }: Staff): string | null {
  const wanted = name.trim().toLowerCase();
  return teams.find((team) => team.name.toLowerCase() === wanted)?.id ?? null;
}

const byTurn = (a: Answerer, b: Answerer) =>
  (a.lastAssignedAt ?? 0) - (b.lastAssignedAt ?? 0) || (a.userId < b.userId ? -1 : 1);
const byLoad = (a: Answerer, b: Answerer) => a.open - b.open || byTurn(a, b);
