/** The simulator as the API uses it: a person, writing as them, and reading as them. Everything goes over the real routes. */
import { statement } from "../../db/sql.ts";
import type { Runtime } from "../../runtime.ts";
import { type PlayedPlatform, playedBy } from "../channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../directory.ts";
import { FarSide, newWamid } from "./far-side.ts";
import { pageMessageBody, type Tapped } from "./page-wire.ts";
import { DEFAULT_NAME, type Phone, Phones } from "./phones.ts";
import { ensureSimulatorChannel } from "./simulator-channel.ts";
import { WebhookSender } from "./webhook-sender.ts";
import { type CustomerMessage, messageBody, type Written } from "./wire-messages.ts";

/** Somebody who is played: the digits of their number, or of their id on a platform without numbers. */
export interface Person {
  phone: string;
  platform: PlayedPlatform;
}

const tappedMessage = statement<Tapped>(
  "tapped-message",
  `SELECT id AS "messageId", content->>'type' = 'carousel' AS "onCard" FROM messages
    WHERE workspace_id = $1 AND channel_id = $2 AND platform_message_id = $3 AND direction = 'out'`,
);

export class Simulator {
  readonly farSide: FarSide;
  private readonly sender: WebhookSender;
  private readonly phones: Phones;

  /** @param url this server as it reaches itself, without a slash at its end */
  constructor(
    private readonly runtime: Runtime,
    private readonly directory: ChannelDirectory,
    url: () => string,
  ) {
    this.sender = new WebhookSender(url, runtime.log);
    this.farSide = new FarSide(directory, this.sender, runtime.now);
    this.phones = new Phones(runtime);
  }

  /** Without `phone`: the first phone the channel knows, or a new one. The same number is the same contact. */
  async phone(
    workspaceId: string,
    {
      platform = "whatsapp",
      ...wanted
    }: { phone?: string | undefined; name?: string | undefined; platform?: PlayedPlatform | undefined },
  ): Promise<Phone> {
    return this.phones.take(await this.channel(workspaceId, platform), wanted);
  }

  /** Resolves when the webhook route has stored the message. @returns the message's platform id */
  async writeAsCustomer(
    workspaceId: string,
    { phone, platform }: Person,
    name: string | undefined,
    message: CustomerMessage,
  ): Promise<string> {
    const channel = await this.channel(workspaceId, platform);
    if (channel.appSecret === null) throw new Error("The simulator channel's app secret can't be read.");
    const wamid = newWamid();
    this.farSide.openChat(channel.id, phone);
    const known = await this.phones.find(channel, phone);
    const at = new Date(this.runtime.now().getTime() + (known?.clockAheadS ?? 0) * 1_000);
    const written = { wamid, phone, name: name ?? DEFAULT_NAME, message, at };
    await this.sender.post(channel.appSecret, await this.wire(channel, written));
    return wamid;
  }

  /** The phone has the chat open: what was delivered becomes read, and what comes in the next seconds too. */
  async read(workspaceId: string, { phone, platform }: Person): Promise<void> {
    const channel = await this.channel(workspaceId, platform);
    this.farSide.openChat(channel.id, phone);
    const known = await this.phones.find(channel, phone);
    if (known === null) return;
    const delivered = await this.runtime.prisma.message.findMany({
      where: {
        workspaceId,
        channelId: channel.id,
        direction: "out",
        status: { in: ["Sent", "Delivered"] },
        platformMessageId: { not: null },
        conversationId: known.conversationId,
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

  /** Made on first use. */
  channel(workspaceId: string, plays: PlayedPlatform = "whatsapp"): Promise<ChannelRecord> {
    const { prisma, secrets, now } = this.runtime;
    return ensureSimulatorChannel({ prisma, secrets, now, directory: this.directory }, workspaceId, plays);
  }

  async idle(): Promise<void> {
    await this.farSide.idle();
  }

  async stop(): Promise<void> {
    await this.farSide.idle();
    await this.sender.close();
  }

  private async wire(channel: ChannelRecord, written: Written): Promise<unknown> {
    const source = { accountId: channel.platformId, platformId: channel.platformId };
    const plays = playedBy(channel.platform, channel.settings);
    if (plays === "whatsapp") return messageBody(source, written);
    const { message } = written;
    const on = message.type === "button" ? message.replyTo : undefined;
    const [tapped = null] = on
      ? await tappedMessage.rows(this.runtime.pool, [channel.workspaceId, channel.id, on])
      : [];
    return pageMessageBody(plays, source, written, tapped);
  }
}
