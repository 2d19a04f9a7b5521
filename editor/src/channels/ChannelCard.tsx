/** One channel: its state, its webhook address, and what can be done with it. */

import type { Channel } from "@hilo/server/contract";
import { Paper } from "@mantine/core";
import { CopyField } from "../shell/CopyField.tsx";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_ICONS, PLATFORM_NAMES } from "../shell/platforms.ts";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { ago } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { ChannelActions } from "./ChannelActions.tsx";
import styles from "./ChannelCard.module.css";
import { ChannelFacts } from "./ChannelFacts.tsx";

const STATES: Record<Channel["state"], { tone: Tone; words: string }> = {
  active: { tone: "good", words: "Active" },
  paused: { tone: "quiet", words: "Paused" },
  reauthorize: { tone: "warn", words: "Needs a new token" },
  disabled: { tone: "quiet", words: "Disconnected" },
};

export function ChannelCard({ channel }: { channel: Channel }) {
  const now = useNow();
  const Icon = PLATFORM_ICONS[channel.platform];
  const state = STATES[channel.state];
  const simulated = channel.platform === "simulator";
  return (
    <Paper withBorder component="section" className={styles.card} aria-label={channel.name}>
      <header className={styles.top}>
        <span className={styles.icon} data-platform={channel.platform}>
          <Icon size={24} stroke={1.6} aria-hidden />
        </span>
        <div className={styles.words}>
          <h2 className={styles.name}>{channel.name}</h2>
          <p className={styles.about}>
            {simulated
              ? "A phone inside Hilo, for trying"
              : `${PLATFORM_NAMES[channel.platform]} · ${channel.platformId}`}
          </p>
        </div>
        <StatusPill tone={state.tone}>{state.words}</StatusPill>
      </header>
      {channel.stateReason && (
        <div className={styles.reason}>
          <Hint tone="warn">{channel.stateReason}</Hint>
        </div>
      )}
      {channel.heldMessages > 0 && (
        <p className={styles.missing}>
          {channel.heldMessages === 1 ? "One message waits" : `${channel.heldMessages} messages wait`} for
          this channel.
        </p>
      )}
      {simulated ? null : <ChannelFacts channel={channel} />}
      {simulated ? null : <Connection channel={channel} />}
      <footer className={styles.bottom}>
        <p className={styles.last}>
          {channel.lastWebhookAt
            ? `Last webhook ${ago(channel.lastWebhookAt, now)}`
            : "No webhook has come yet"}
        </p>
        <ChannelActions channel={channel} />
      </footer>
    </Paper>
  );
}

function Connection({ channel }: { channel: Channel }) {
  const missing = [
    !channel.hasAppSecret && "the app secret (webhooks can't be verified by this channel's own)",
    !channel.hasVerifyToken && "the verify token",
  ].filter((word) => word !== false);
  return (
    <div className={styles.connection}>
      <CopyField label="Webhook address for Meta" value={`${window.location.origin}${channel.webhookPath}`} />
      {missing.length > 0 && channel.connectedBy === "token" && (
        <p className={styles.missing}>
          Not set here: {missing.join(" and ")}. The server's own settings are used instead, if it has them.
        </p>
      )}
    </div>
  );
}
