/** The simulator as the API uses it: a phone, writing from it, and reading on it. Everything goes over the real routes. */
import { randomInt } from "node:crypto";
import { createConversations } from "../../conversations/create.ts";
import { shardOf } from "../../db/ids.ts";
import { statement } from "../../db/sql.ts";
import { transaction } from "../../db/transaction.ts";
import type { Runtime } from "../../runtime.ts";
import type { ChannelDirectory, ChannelRecord } from "../directory.ts";
import { FarSide, newWamid } from "./far-side.ts";
import { ensureSimulatorChannel } from "./simulator-channel.ts";
import { WebhookSender } from "./webhook-sender.ts";
import { type CustomerMessage, messageBody } from "./wire-messages.ts";

export interface Phone {
  channelId: string;
  phone: string;
  name: string;
  contactId: string;
  conversationId: string;
}

/** What was waited for, and when it would have come. */
interface Skipped {
  purpose: "timeout" | "wake" | "expiry";
  dueAt: string;
}

const skipNextTimer = statement<{ purpose: Skipped["purpose"]; dueAt: Date }>(
  "skip-next-timer",
  `WITH next AS (
     SELECT t.workspace_id, t.id, t.purpose, t.due_at
       FROM timers t JOIN sessions s ON s.workspace_id = t.workspace_id AND s.id = t.session_id AND s.status = 'Paused'
      WHERE t.workspace_id = $1 AND t.conversation_id = ANY($2::uuid[])
      ORDER BY t.due_at LIMIT 1 FOR UPDATE OF t)
   UPDATE timers t SET due_at = now() FROM next
    WHERE t.workspace_id = next.workspace_id AND t.id = next.id
   RETURNING next.purpose, next.due_at AS "dueAt"`,
);

/** A name from the customer's side when none is given. */
const DEFAULT_NAME = "Simulator";

export class Simulator {
  readonly farSide: FarSide;
  private readonly sender: WebhookSender;

  /** @param url this server as it reaches itself, without a slash at its end */
  constructor(
    private readonly runtime: Runtime,
    private readonly directory: ChannelDirectory,
    url: () => string,
  ) {
    this.sender = new WebhookSender(url, runtime.log);
    this.farSide = new FarSide(directory, this.sender, runtime.now);
  }

  /** Without `phone`: the first phone the channel knows, or a new one. The same number is the same contact. */
  async phone(
    workspaceId: string,
    wanted: { phone?: string | undefined; name?: string | undefined },
  ): Promise<Phone> {
    const channel = await this.channel(workspaceId);
    const number = wanted.phone ?? (await this.firstPhone(channel)) ?? `57300${randomInt(10 ** 6, 10 ** 7)}`;
    const known = await this.findPhone(channel, number);
    if (known !== null) return known;
    await this.createPhone(channel, number, wanted.name ?? DEFAULT_NAME);
    const made = await this.findPhone(channel, number);
    if (made === null) throw new Error("The simulated phone was made and is not there.");
    return made;
  }

  /** Resolves when the webhook route has stored the message. @returns the message's platform id */
  async writeAsCustomer(
    workspaceId: string,
    phone: string,
    name: string | undefined,
    message: CustomerMessage,
  ): Promise<string> {
    const channel = await this.channel(workspaceId);
    if (channel.appSecret === null) throw new Error("The simulator channel's app secret can't be read.");
    const wamid = newWamid();
    this.farSide.openChat(channel.id, phone);
    const source = { accountId: channel.platformId, platformId: channel.platformId };
    const at = this.runtime.now();
    await this.sender.post(
      channel.appSecret,
      messageBody(source, { wamid, phone, name: name ?? DEFAULT_NAME, message, at }),
    );
    return wamid;
  }

  /** The phone has the chat open: what was delivered becomes read, and what comes in the next seconds too. */
  async read(workspaceId: string, phone: string): Promise<void> {
    const channel = await this.channel(workspaceId);
    this.farSide.openChat(channel.id, phone);
    const delivered = await this.runtime.prisma.message.findMany({
      where: {
        workspaceId,
        channelId: channel.id,
        direction: "out",
        status: { in: ["Sent", "Delivered"] },
        platformMessageId: { not: null },
        conversationId: { in: await this.conversationIds(channel, phone) },
      },
      select: { platformMessageId: true },
      orderBy: { seq: "desc" },
      take: 500,
    });
    const at = this.runtime.now();
    const statuses = delivered.map(({ platformMessageId }) => ({
      wamid: platformMessageId ?? "",
      phone,
      status: "read" as const,
      opaque: undefined,
      at,
    }));
    if (statuses.length > 0) this.farSide.report(channel, statuses);
  }

  /** The next timer of the phone's session is due now; the sweep of timers does the rest. Null when there is none. */
  async skipWait(workspaceId: string, phone: string): Promise<Skipped | null> {
    const channel = await this.channel(workspaceId);
    const conversations = await this.conversationIds(channel, phone);
    const [skipped] = await skipNextTimer.rows(this.runtime.pool, [workspaceId, conversations]);
    return skipped ? { purpose: skipped.purpose, dueAt: skipped.dueAt.toISOString() } : null;
  }

  /** Made on first use. */
  channel(workspaceId: string): Promise<ChannelRecord> {
    const { prisma, secrets, now } = this.runtime;
    return ensureSimulatorChannel({ prisma, secrets, now, directory: this.directory }, workspaceId);
  }

  async idle(): Promise<void> {
    await this.farSide.idle();
  }

  async stop(): Promise<void> {
    await this.farSide.idle();
    await this.sender.close();
  }

  private async firstPhone({ workspaceId, id: channelId }: ChannelRecord): Promise<string | undefined> {
    const first = await this.runtime.prisma.conversation.findFirst({
      where: { workspaceId, channelId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { externalId: true },
    });
    return first?.externalId;
  }

  private async conversationIds(
    { workspaceId, id: channelId }: ChannelRecord,
    phone: string,
  ): Promise<string[]> {
    const rows = await this.runtime.prisma.conversation.findMany({
      where: { workspaceId, channelId, externalId: phone },
      select: { id: true },
    });
    return rows.map((row) => row.id);
  }

  private async findPhone(
    { workspaceId, id: channelId }: ChannelRecord,
    phone: string,
  ): Promise<Phone | null> {
    const row = await this.runtime.prisma.conversation.findUnique({
      where: { workspaceId_channelId_externalId: { workspaceId, channelId, externalId: phone } },
      select: { id: true, contactId: true, contact: { select: { name: true } } },
    });
    if (row === null) return null;
    return {
      channelId,
      phone,
      name: row.contact.name ?? DEFAULT_NAME,
      contactId: row.contactId,
      conversationId: row.id,
    };
  }

  private async createPhone(
    { workspaceId, id: channelId }: ChannelRecord,
    phone: string,
    name: string,
  ): Promise<void> {
    const row = {
      workspaceId,
      id: "0",
      channelId,
      kind: "message",
      shard: shardOf(channelId, phone),
      externalId: phone,
      payload: null,
      receivedAt: this.runtime.now(),
      attempts: 0,
    };
    try {
      await transaction(this.runtime.pool, (client) =>
        createConversations(client, [{ row, name, phone: `+${phone}` }]),
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
