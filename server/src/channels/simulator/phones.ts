/** Simulated people of a channel: found by the digits of their number, or made. */
import { randomInt } from "node:crypto";
import { createConversations } from "../../conversations/create.ts";
import { shardOf } from "../../db/ids.ts";
import { transaction } from "../../db/transaction.ts";
import type { Runtime } from "../../runtime.ts";
import { playedBy } from "../channel.ts";
import type { ChannelRecord } from "../directory.ts";

export interface Phone {
  channelId: string;
  phone: string;
  name: string;
  contactId: string;
  conversationId: string;
  /** Their clock goes before the real one by so many seconds. */
  clockAheadS: number;
}

/** A name from the customer's side when none is given. */
export const DEFAULT_NAME = "Simulator";

export class Phones {
  constructor(private readonly runtime: Pick<Runtime, "prisma" | "pool" | "now">) {}

  async take(
    channel: ChannelRecord,
    wanted: { phone?: string | undefined; name?: string | undefined },
  ): Promise<Phone> {
    const number = wanted.phone ?? (await this.first(channel)) ?? `57300${randomInt(10 ** 6, 10 ** 7)}`;
    const known = await this.find(channel, number);
    if (known !== null) return known;
    await this.create(channel, number, wanted.name ?? DEFAULT_NAME);
    const made = await this.find(channel, number);
    if (made === null) throw new Error("The simulated phone was made and is not there.");
    return made;
  }

  async find({ workspaceId, id: channelId }: ChannelRecord, phone: string): Promise<Phone | null> {
    const row = await this.runtime.prisma.conversation.findUnique({
      where: { workspaceId_channelId_externalId: { workspaceId, channelId, externalId: phone } },
      select: { id: true, contactId: true, clockAheadS: true, contact: { select: { name: true } } },
    });
    if (row === null) return null;
    return {
      channelId,
      phone,
      name: row.contact.name ?? DEFAULT_NAME,
      contactId: row.contactId,
      conversationId: row.id,
      clockAheadS: row.clockAheadS,
    };
  }

  private async first({ workspaceId, id: channelId }: ChannelRecord): Promise<string | undefined> {
    const first = await this.runtime.prisma.conversation.findFirst({
      where: { workspaceId, channelId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { externalId: true },
    });
    return first?.externalId;
  }

  private async create(
    { workspaceId, id: channelId, platform, settings }: ChannelRecord,
    phone: string,
    name: string,
  ): Promise<void> {
    const row = { workspaceId, channelId, shard: shardOf(channelId, phone), externalId: phone };
    // Only WhatsApp tells a number.
    const number = playedBy(platform, settings) === "whatsapp" ? `+${phone}` : null;
    try {
      await transaction(this.runtime.pool, (client) =>
        createConversations(client, [{ row, name, phone: number }]),
      );
    } catch (error) {
      // Somebody was faster; theirs is as good.
      if (!isUniqueViolation(error)) throw error;
    }
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
