/** What a list of conversations is narrowed to, as conditions of SQL. Only what is asked for is in them: so the planner sees which index serves. */
import type { ConversationFilter } from "../contract/index.ts";
import type { SqlValues } from "../db/sql-values.ts";
import { holdsWords, searchWords } from "../db/word-search.ts";
import { AppError } from "../http/app-error.ts";

/** Of conversations called `c`: members named in a note that they have not looked at. */
export const mentionedIn = (user: string): string =>
  `EXISTS (SELECT 1 FROM note_mentions nm JOIN notes n ON n.workspace_id = nm.workspace_id AND n.id = nm.note_id
            WHERE nm.workspace_id = c.workspace_id AND nm.user_id = ${user} AND nm.seen_at IS NULL
              AND n.contact_id = c.contact_id)`;

/**
 * Of conversations called `c` of contacts called `p` with sessions called `s` (their last one).
 * @param userId who `me` is; null: nobody
 * @param values of the statement
 */
export function conversationConditions(
  filter: ConversationFilter,
  userId: string | null,
  values: SqlValues,
): string[] {
  const { status, mode, assignee, teamId, channelId, tag, flowId, unread, mentioned, search } = filter;
  const all: string[] = [];
  if (status !== undefined) all.push(`c.status = ${values.add(status, "text")}`);
  if (mode !== undefined) all.push(`c.mode = ${values.add(mode, "text")}`);
  if (assignee !== undefined) all.push(assigned(assignee, userId, values));
  if (teamId !== undefined) all.push(`c.team_id = ${values.add(teamId, "uuid")}`);
  if (channelId !== undefined) all.push(`c.channel_id = ${values.add(channelId, "uuid")}`);
  if (tag !== undefined)
    all.push(`EXISTS (SELECT 1 FROM contact_tags ct JOIN tags t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
                       WHERE ct.workspace_id = c.workspace_id AND ct.contact_id = c.contact_id AND t.name = ${values.add(tag, "text")})`);
  if (flowId !== undefined)
    all.push(`s.flow_id = ${values.add(flowId, "uuid")} AND s.status IN ('Active', 'Paused')`);
  if (unread === true) all.push("c.unread > 0");
  if (mentioned === true) all.push(mentionedIn(values.add(known(userId), "text")));
  const words = searchWords(search);
  if (words) all.push(holdsWords(values.add(words, "text[]"), "p.name", "p.phone", "c.last_message_preview"));
  return all;
}

function assigned(assignee: string, userId: string | null, values: SqlValues): string {
  if (assignee === "none") return "c.assignee_id IS NULL";
  return `c.assignee_id = ${values.add(assignee === "me" ? known(userId) : assignee, "text")}`;
}

function known(userId: string | null): string {
  if (userId === null)
    throw new AppError(
      "bad-request",
      400,
      "An API key is nobody's: name a member by their id instead of `me`.",
    );
  return userId;
}
