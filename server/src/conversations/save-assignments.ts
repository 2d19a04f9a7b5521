/** Gives conversations to people and teams, as flows asked: the staff is read once for all of them, and written once. */
import type { PoolClient } from "pg";
import { readRole } from "../auth/actor.ts";
import { may } from "../auth/authorize.ts";
import { statement } from "../db/sql.ts";
import { type Chosen, chooseAssignees, type Staff } from "./choose-assignees.ts";
import type { AssignDeed } from "./deeds.ts";
import type { Work } from "./work.ts";

interface MemberRow {
  workspaceId: string;
  userId: string;
  email: string;
  role: string;
  teams: string[];
  open: number;
  lastAssignedAt: Date | null;
}

/** Locked: two drains that choose at once must not both choose the same. */
const selectMembers = statement<MemberRow>(
  "select-answering-members",
  `SELECT m.workspace_id AS "workspaceId", m.user_id AS "userId", u.email, m.role, m.last_assigned_at AS "lastAssignedAt",
          ARRAY(SELECT t.team_id::text FROM team_members t WHERE t.workspace_id = m.workspace_id AND t.user_id = m.user_id) AS teams,
          (SELECT count(*)::int FROM conversations c
            WHERE c.workspace_id = m.workspace_id AND c.assignee_id = m.user_id AND c.mode = 'Human') AS open
     FROM members m JOIN users u ON u.id = m.user_id
    WHERE m.workspace_id = ANY($1::uuid[]) ORDER BY m.workspace_id, m.user_id FOR UPDATE OF m`,
);
const selectTeams = statement<{ workspaceId: string; id: string; name: string }>(
  "select-teams",
  `SELECT workspace_id AS "workspaceId", id, name FROM teams WHERE workspace_id = ANY($1::uuid[]) ORDER BY name`,
);
const updateAssigned = statement(
  "update-assigned",
  `WITH chosen AS (
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS k(workspace_id, id, user_id, team_id)
   ), turned AS (
     UPDATE members m SET last_assigned_at = clock_timestamp() FROM chosen
      WHERE m.workspace_id = chosen.workspace_id AND m.user_id = chosen.user_id
   )
   UPDATE conversations c SET assignee_id = chosen.user_id, team_id = chosen.team_id
     FROM chosen WHERE c.workspace_id = chosen.workspace_id AND c.id = chosen.id`,
);

interface Wanted {
  work: Work;
  deed: AssignDeed;
}

export async function saveAssignments(client: PoolClient, works: readonly Work[]): Promise<void> {
  const wanted = works.flatMap((work): Wanted[] => {
    const deed = work.deeds.findLast((each) => each.kind === "assign");
    return deed ? [{ work, deed }] : [];
  });
  if (wanted.length === 0) return;
  const staff = await readStaff(client, [
    ...new Set(wanted.map(({ work }) => work.conversation.workspaceId)),
  ]);
  const given: { work: Work; chosen: Chosen }[] = [];
  for (const [workspaceId, known] of staff) {
    const own = wanted.filter(({ work }) => work.conversation.workspaceId === workspaceId);
    const at = Math.max(...own.map(({ deed }) => deed.at.getTime()));
    const chosen = chooseAssignees(
      own.map(({ deed }) => deed.to),
      known,
      at,
    );
    for (const [n, one] of chosen.entries()) {
      const { work, deed } = own[n] ?? {};
      if (!work || !deed) continue;
      given.push({ work, chosen: one });
      tellProblem(work, deed, one);
    }
  }
  await updateAssigned.run(client, [
    given.map(({ work }) => work.conversation.workspaceId),
    given.map(({ work }) => work.conversation.id),
    given.map(({ chosen }) => chosen.userId),
    given.map(({ chosen }) => chosen.teamId),
  ]);
}

function tellProblem(work: Work, { at }: AssignDeed, { problem }: Chosen): void {
  if (problem === null) return;
  const id = work.idFor(`unassigned:${work.steps.at(-1)?.seq ?? 0}:${work.conversation.id}:${at.getTime()}`);
  work.deeds.push({ kind: "note", id, text: `The flow could not assign this conversation: ${problem}.`, at });
}

async function readStaff(client: PoolClient, workspaceIds: readonly string[]): Promise<Map<string, Staff>> {
  const members = await selectMembers.rows(client, [workspaceIds]);
  const teams = await selectTeams.rows(client, [workspaceIds]);
  const answering = members.filter(({ role }) => {
    const known = readRole(role);
    return known !== null && may(known, "conversations.write");
  });
  return new Map(
    workspaceIds.map((id) => [
      id,
      {
        teams: teams.filter(({ workspaceId }) => workspaceId === id),
        answerers: answering
          .filter(({ workspaceId }) => workspaceId === id)
          .map((member) => ({ ...member, lastAssignedAt: member.lastAssignedAt?.getTime() ?? null })),
      },
    ]),
  );
}
