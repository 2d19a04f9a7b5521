/** Typing signs and read marks on their way: at most once, a bounded number at a time, failures only noted. */
import type { Signal } from "../channels/channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { adapterFor } from "../channels/registry.ts";
import type { Runtime } from "../runtime.ts";
import type { GraphClient } from "./graph-client.ts";
import type { GraphAddress } from "./send-one.ts";

export interface ChannelSignal extends Signal {
  channelId: string;
  externalId: string;
}

/** More at once and the newest are dropped: messages must not wait behind signs of them. */
const MAX_UNDER_WAY = 32;

interface SignalParts {
  runtime: Pick<Runtime, "log">;
  directory: ChannelDirectory;
  client: GraphClient;
  addressOf(channel: ChannelRecord): GraphAddress;
}

export class SignalSender {
  private underWay = 0;

  constructor(private readonly parts: SignalParts) {}

  send(signals: readonly ChannelSignal[]): void {
    for (const signal of signals) {
      if (this.underWay >= MAX_UNDER_WAY) return;
      this.underWay += 1;
      this.sendOne(signal)
        .catch((err: unknown) => this.parts.runtime.log.debug({ err }, "a sign could not be shown"))
        .finally(() => {
          this.underWay -= 1;
        });
    }
  }

  private async sendOne({ channelId, externalId, kind, messageId }: ChannelSignal): Promise<void> {
    const channel = await this.parts.directory.recent(channelId);
    if (channel === null || channel.state !== "active" || channel.accessToken === null) return;
    const target = { platformId: channel.platformId, externalId };
    const rendered = adapterFor(channel).renderSignal({ kind, messageId }, target);
    if (rendered === null) return;
    const { url, version } = this.parts.addressOf(channel);
    const address = new URL(url);
    await this.parts.client.post({
      origin: address.origin,
      path: `${address.pathname.replace(/\/+$/, "")}/${version}/${rendered.path}`,
      token: channel.accessToken,
      body: JSON.stringify(rendered.body),
    });
  }
}
