/** One channel: its state, its webhook address, and what can be done with it. */

import type { Channel } from "@hilo/server/contract";
import { Paper } from "@mantine/core";
import { locale, t } from "../i18n/t.ts";
import { CopyField } from "../shell/CopyField.tsx";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_ICONS, PLATFORM_NAMES } from "../shell/platforms.ts";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { channelName } from "../shell/stored-names.ts";
import { ago } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { ChannelActions } from "./ChannelActions.tsx";
import styles from "./ChannelCard.module.css";
import { ChannelFacts } from "./ChannelFacts.tsx";
import { deliveryWords } from "./delivery-words.ts";

const states = (): Record<Channel["state"], { tone: Tone; words: string }> => ({
  active: { tone: "good", words: t("Active") },
  paused: { tone: "quiet", words: t("Paused") },
  reauthorize: { tone: "warn", words: t("Needs a new token") },
  disabled: { tone: "quiet", words: t("Disconnected") },
});

export function ChannelCard({ channel }: { channel: Channel }) {
  const now = useNow();
  const Icon = PLATFORM_ICONS[channel.platform];
  const state = states()[channel.state];
  const simulated = channel.platform === "simulator";
  return (
    <Paper withBorder component="section" className={styles.card} aria-label={channelName(channel)}>
      <header className={styles.top}>
        <span className={styles.icon} data-platform={channel.platform}>
          <Icon size={24} stroke={1.6} aria-hidden />
        </span>
        <div className={styles.words}>
          <h2 className={styles.name}>{channelName(channel)}</h2>
          <p className={styles.about}>
            {simulated
              ? t("A phone inside Hilo, for trying")
              : `${PLATFORM_NAMES[channel.platform]} · ${channel.platformId}`}
          </p>
        </div>
        <StatusPill tone={state.tone}>{state.words}</StatusPill>
      </header>
      {channel.stateReason && (
        <div className={styles.reason}>
          <Hint tone="warn">{deliveryWords(channel.stateReason)}</Hint>
        </div>
      )}
      {channel.heldMessages > 0 && (
        <p className={styles.missing}>
          {channel.heldMessages === 1
            ? t("One message waits for this channel.")
            : t("{count} messages wait for this channel.", { count: channel.heldMessages })}
        </p>
      )}
      {simulated ? null : <ChannelFacts channel={channel} />}
      {simulated ? null : <Connection channel={channel} />}
      <footer className={styles.bottom}>
        <p className={styles.last}>
          {channel.lastWebhookAt
            ? t("Last webhook {when}", { when: ago(channel.lastWebhookAt, now) })
            : t("No webhook has come yet")}
        </p>
        <ChannelActions channel={channel} />
      </footer>
    </Paper>
  );
}

function Connection({ channel }: { channel: Channel }) {
  const missing = [
    !channel.hasAppSecret && t("the app secret (webhooks can't be verified by this channel's own)"),
    !channel.hasVerifyToken && t("the verify token"),
  ].filter((word) => word !== false);
  return (
    <div className={styles.connection}>
      <CopyField
        label={t("Webhook address for Meta")}
        value={`${window.location.origin}${channel.webhookPath}`}
      />
      {missing.length > 0 && channel.connectedBy === "token" && (
        <p className={styles.missing}>
          {t("Not set here: {what}. The server's own settings are used instead, if it has them.", {
            what: new Intl.ListFormat(locale()).format(missing),
          })}
        </p>
      )}
    </div>
  );
}
