/** One delivery: when, whose, how it ended; opened: its signature, its times, why it was set aside, and its body. */
import type { WebhookLogEntry } from "@hilo/server/contract";
import { Button, Group } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { locale, t, tCount } from "../i18n/t.ts";
import { Fact, Facts } from "../shell/Facts.tsx";
import { Hint } from "../shell/Hint.tsx";
import { isPlatform, PLATFORM_NAMES } from "../shell/platforms.ts";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { deliveryWords } from "./delivery-words.ts";
import styles from "./WebhookLog.module.css";

export const logStates = (): Record<WebhookLogEntry["state"], { tone: Tone; words: string }> => ({
  applied: { tone: "good", words: t("Applied") },
  stored: { tone: "busy", words: t("Waiting") },
  quarantined: { tone: "warn", words: t("Set aside") },
  refused: { tone: "bad", words: t("Refused") },
});

const signatures = (): Record<WebhookLogEntry["signature"], string> => ({
  ok: t("right"),
  bad: t("made with no secret known here"),
  missing: t("missing"),
  "no-secret": t("not checked: no app secret is set"),
});

export function WebhookLogRow({ entry }: { entry: WebhookLogEntry }) {
  const now = useNow();
  const state = logStates()[entry.state];
  return (
    <li>
      <details className={styles.entry}>
        <summary>
          <IconChevronRight className={styles.chevron} size={16} aria-hidden />
          <span className={styles.what}>
            <span className={styles.platform}>{platformName(entry.platform)}</span>
            <span className={styles.soft}>
              {tCount(entry.events, "1 event", "{count} events")} ·{" "}
              <time dateTime={entry.receivedAt} title={fullTime(entry.receivedAt)}>
                {ago(entry.receivedAt, now)}
              </time>
            </span>
          </span>
          <StatusPill tone={state.tone}>{state.words}</StatusPill>
        </summary>
        <div className={styles.inside}>
          {entry.error && <Hint tone="warn">{deliveryWords(entry.error)}</Hint>}
          <EntryFacts entry={entry} />
          {entry.body && <pre className={styles.body}>{readable(entry.body)}</pre>}
          {entry.state === "quarantined" && <Retry entry={entry} />}
        </div>
      </details>
    </li>
  );
}

function EntryFacts({ entry }: { entry: WebhookLogEntry }) {
  const { signature, httpStatus, durationMs, kept = [], receivedAt } = entry;
  const took = durationMs.toLocaleString(locale(), {
    style: "unit",
    unit: "millisecond",
    maximumFractionDigits: 1,
  });
  return (
    <Facts>
      <Fact name={t("Came at")}>{fullTime(receivedAt)}</Fact>
      <Fact name={t("Signature")}>{signatures()[signature]}</Fact>
      <Fact name={t("Answered with")}>{httpStatus}</Fact>
      <Fact name={t("Took")}>{took}</Fact>
      {kept.length > 0 && <Fact name={t("Kept, not acted on")}>{kept.join(", ")}</Fact>}
    </Facts>
  );
}

function Retry({ entry }: { entry: WebhookLogEntry }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api.operations.webhookLog.retry({ id: entry.id }),
    onSuccess: () => notifyDone(t("It is back in line")),
    onError: (thrown) => notifyError(t("It stays set aside"), thrown),
    onSettled: () => client.invalidateQueries({ queryKey: ["webhook-log"] }),
  });
  return (
    <Group justify="flex-end">
      <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
        {t("Try again")}
      </Button>
    </Group>
  );
}

/** What was refused names no channel: it came in at Meta's door. */
function platformName(platform: string): string {
  return isPlatform(platform) ? t(PLATFORM_NAMES[platform]) : "Meta";
}

/** Indented where it is JSON; a body that was cut or is none, as it came. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
