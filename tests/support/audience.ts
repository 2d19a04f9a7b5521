/** People who have written before, put into a test database by the thousand. */
import type { Database } from "../../server/src/db/client.ts";
import { newId, shardOf } from "../../server/src/db/ids.ts";
import type { World } from "./world.ts";

export interface Person {
  fields?: Record<string, unknown>;
  tags?: string[];
  language?: string;
  timeZone?: string;
  optedOut?: boolean;
  blocked?: boolean;
  mergedInto?: string;
  /** Their conversations, by channel; absent: one, on the world's channel. */
  on?: { channelId: string; lastMessageAt: string }[];
}

/** @returns their contact ids, in order */
export async function addPeople(
  db: Pick<Database, "prisma">,
  { workspaceId, channelId }: Pick<World, "workspaceId" | "channelId">,
  people: readonly Person[],
): Promise<string[]> {
  const ids = people.map(() => newId());
  const at = "2026-11-20T12:00:00Z";
  await db.prisma.contact.createMany({
    data: people.map((person, i) => ({
      workspaceId,
      id: ids[i] ?? "",
      name: `Person ${i}`,
      language: person.language ?? null,
      timeZone: person.timeZone ?? null,
      fields: JSON.parse(JSON.stringify(person.fields ?? {})),
      optedOutAt: person.optedOut ? new Date(at) : null,
      blocked: person.blocked ?? false,
      mergedInto: person.mergedInto ?? null,
    })),
  });
  await db.prisma.conversation.createMany({
    data: people.flatMap((person, i) =>
      (person.on ?? [{ channelId, lastMessageAt: at }]).map((chat) => {
        const externalId = `57${ids[i]?.replaceAll("-", "").slice(-16)}`;
        return {
          workspaceId,
          channelId: chat.channelId,
          contactId: ids[i] ?? "",
          externalId,
          shard: shardOf(chat.channelId, externalId),
          lastMessageAt: new Date(chat.lastMessageAt),
          lastInboundAt: new Date(chat.lastMessageAt),
        };
      }),
    ),
  });
  await tagPeople(db, workspaceId, people, ids);
  return ids;
}

async function tagPeople(
  db: Pick<Database, "prisma">,
  workspaceId: string,
  people: readonly Person[],
  ids: readonly string[],
): Promise<void> {
  for (const name of new Set(people.flatMap(({ tags = [] }) => tags))) {
    const key = { workspaceId_name: { workspaceId, name } };
    const { id: tagId } = await db.prisma.tag.upsert({
      where: key,
      create: { workspaceId, name },
      update: {},
    });
    await db.prisma.contactTag.createMany({
      data: people.flatMap(({ tags = [] }, i) =>
        tags.includes(name) ? [{ workspaceId, contactId: ids[i] ?? "", tagId }] : [],
      ),
    });
  }
}
