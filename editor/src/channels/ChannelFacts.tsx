/** How a channel stands, as its platform last said: quality, limits, token, webhooks. */

import type { Channel } from "@hilo/server/contract";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./ChannelCard.module.css";
import { channelFacts } from "./channel-facts.ts";
import { deliveryWords } from "./delivery-words.ts";

export function ChannelFacts({ channel }: { channel: Channel }) {
  const now = useNow();
  const facts = channelFacts(channel, now);
  const { checkedAt } = channel.health;
  // The channel's own reason says the same, and more of it.
  const problems = channel.stateReason === null ? channel.health.problems : [];
  return (
    <>
      {problems.map((problem) => (
        <div key={problem} className={styles.reason}>
          <Hint tone="warn">{deliveryWords(problem)}</Hint>
        </div>
      ))}
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(({ label, value, tone }) => (
            <div key={label} className={styles.fact}>
              <dt>{label}</dt>
              <dd data-tone={tone}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {checkedAt && (
        <p className={styles.missing} title={fullTime(checkedAt)}>
          {t("Meta was asked {when}.", { when: ago(checkedAt, now) })}
        </p>
      )}
    </>
  );
}
