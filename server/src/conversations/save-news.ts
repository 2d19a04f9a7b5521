/** Saves what rows said of people and of messages already there; costs nothing when they said nothing. */
import type { PoolClient } from "pg";
import { preview } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
import changeSql from "../db/sql/change-messages.sql";
import newsSql from "../db/sql/save-news.sql";
import { statement } from "../db/sql.ts";
import type { Change } from "../realtime/change-log.ts";
import { forgetTakenBack } from "./forget-taken-back.ts";
import type { News, NewsOf } from "./news.ts";
import { messagesByIds } from "./views.ts";
import type { Work } from "./work.ts";

interface Reached {
  workspaceId: string;
  contactId: string;
  messageId: string;
  waMessageId: string | null;
  status: Message["status"];
}

const insertNews = statement("save-news", newsSql);
const changeMessages = statement<{ changed: { workspaceId: string; id: string }[]; reached: Reached[] }>(
  "change-messages",
  changeSql,
);

/** @returns what sockets are told of messages that changed */
export async function saveNews(client: PoolClient, works: readonly Work[]): Promise<Change[]> {
  const busy = works.filter((work) => work.news.length > 0);
  if (busy.length === 0) return [];
  const people = [identityRows(busy), addressRows(busy), contactRows(busy)];
  if (people.some((rows) => rows.length > 0)) await insertNews.run(client, people.map(asJson));
  await forgetTakenBack(client, busy, withParts);
  const changes: Change[] = [];
  for (const rows of turns(busy)) changes.push(...(await changeOnce(client, rows)));
  return changes;
}

const asJson = (rows: readonly object[]): string => JSON.stringify(rows);

function newsOf<K extends News["kind"], R>(
  works: readonly Work[],
  kind: K,
  row: (news: NewsOf<K>, work: Work) => R,
): R[] {
  const isWanted = (news: News): news is NewsOf<K> => news.kind === kind;
  return works.flatMap((work) => work.news.filter(isWanted).map((news) => row(news, work)));
}

function identityRows(works: readonly Work[]) {
  return newsOf(works, "identity", ({ ids }, { conversation, contact }) =>
    ids.map((alias) => ({
      workspace_id: conversation.workspaceId,
      channel_id: conversation.channelId,
      alias,
      external_id: conversation.externalId,
      shard: conversation.shard,
      contact_id: contact.id,
    })),
  ).flat();
}

/** The last address counts: a statement can't change a row twice. */
function addressRows(works: readonly Work[]) {
  return works.flatMap((work) => {
    const last = work.news.findLast((news) => news.kind === "send-to");
    const { workspaceId, id } = work.conversation;
    return last ? [{ workspace_id: workspaceId, id, external_id: last.externalId }] : [];
  });
}

/** In order of their ids: two drains that share a contact must not wait for each other. */
function contactRows(works: readonly Work[]) {
  const rows = works.flatMap((work) => {
    const phone = work.news.findLast((news) => news.kind === "phone");
    const marketing = work.news.findLast((news) => news.kind === "marketing");
    if (!phone && !marketing) return [];
    return [
      {
        workspace_id: work.conversation.workspaceId,
        contact_id: work.contact.id,
        phone: phone?.phone,
        replaces: phone?.replaces,
        stop: marketing?.stop,
        at: marketing?.at,
      },
    ];
  });
  return [...new Map(rows.map((row) => [row.contact_id, row])).values()].sort((a, b) =>
    a.contact_id < b.contact_id ? -1 : 1,
  );
}

interface Turn {
  revisions: object[];
  reactions: object[];
  watermarks: object[];
}

/** A message edited twice in one batch is changed by two statements, in order. */
function turns(works: readonly Work[]): Turn[] {
  const all: Turn[] = [];
  const at = (n: number): Turn => {
    all[n] ??= { revisions: [], reactions: [], watermarks: [] };
    return all[n];
  };
  for (const work of works) {
    const seen = new Map<string, number>();
    const turnOf = (key: string): Turn => {
      const n = seen.get(key) ?? 0;
      seen.set(key, n + 1);
      return at(n);
    };
    for (const news of work.news) place(news, work, turnOf);
  }
  return all;
}

function place(news: News, work: Work, turnOf: (key: string) => Turn): void {
  const { workspaceId: workspace_id, channelId: channel_id, id: conversation_id } = work.conversation;
  const where = { workspace_id, channel_id, conversation_id };
  switch (news.kind) {
    case "revision": {
      const { content, at } = news;
      const text = content === null ? "" : preview(content);
      for (const platform_message_id of partsOf(news))
        turnOf(platform_message_id).revisions.push({ ...where, platform_message_id, content, text, at });
      return;
    }
    case "reaction": {
      const { platformMessageId: platform_message_id, emoji } = news;
      turnOf(platform_message_id).reactions.push({ ...where, platform_message_id, emoji });
      return;
    }
    case "watermark": {
      const status = news.status === "read" ? "Read" : "Delivered";
      turnOf("watermark").watermarks.push({ ...where, status, up_to: news.upTo });
      return;
    }
    default:
  }
}

/** Attachments of one message; Instagram's albums hold ten. */
const MOST_PARTS = 10;

/** A message of several parts is several messages here: taken back, all of them go. */
function partsOf({ platformMessageId, content }: NewsOf<"revision">): string[] {
  return content === null ? withParts(platformMessageId) : [platformMessageId];
}

function withParts(platformMessageId: string): string[] {
  const others = Array.from({ length: MOST_PARTS }, (_, n) => `${platformMessageId}#${n + 1}`);
  return [platformMessageId, ...others];
}

async function changeOnce(client: PoolClient, turn: Turn): Promise<Change[]> {
  const { revisions, reactions, watermarks } = turn;
  const [result] = await changeMessages.rows(client, [revisions, reactions, watermarks].map(asJson));
  if (!result) return [];
  const messages = await messagesByIds(client, result.changed);
  return [
    ...messages.map(({ workspaceId, ...message }) => ({
      workspaceId,
      contactId: message.contactId,
      event: "message:updated" as const,
      payload: { message, contactId: message.contactId },
    })),
    ...result.reached.map(({ workspaceId, ...reached }) => ({
      workspaceId,
      contactId: reached.contactId,
      event: "message:status" as const,
      payload: { ...reached, error: null },
    })),
  ];
}
