/** One lead: whose it is, what they wrote, and another try where Meta did not tell. */
import type { Lead } from "@hilo/server/contract";
import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { deliveryWords } from "../channels/delivery-words.ts";
import { t } from "../i18n/t.ts";
import { Fact, Facts } from "../shell/Facts.tsx";
import { Hint } from "../shell/Hint.tsx";
import { StatusPill, type Tone } from "../shell/StatusPill.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";

export const leadStates = (): Record<Lead["state"], { tone: Tone; words: string }> => ({
  done: { tone: "good", words: t("Fetched") },
  pending: { tone: "busy", words: t("On its way") },
  failed: { tone: "bad", words: t("Not fetched") },
});

export function LeadRow({ lead, channelName }: { lead: Lead; channelName: string | undefined }) {
  const now = useNow();
  const state = leadStates()[lead.state];
  const about = [channelName, lead.formId && t("form {id}", { id: lead.formId })].filter(Boolean);
  return (
    <li className={styles.lead}>
      <div className={styles.leadTop}>
        <div>
          {lead.contactId ? (
            <Link to={`/contacts/${lead.contactId}`}>{lead.contactName ?? t("Somebody")}</Link>
          ) : (
            <span className={styles.itemName}>{t("Not known yet")}</span>
          )}
          <p className={styles.soft}>
            {about.map((word) => `${word} · `)}
            <time dateTime={lead.createdAt} title={fullTime(lead.createdAt)}>
              {ago(lead.createdAt, now)}
            </time>
          </p>
        </div>
        <StatusPill tone={state.tone}>{state.words}</StatusPill>
      </div>
      {lead.fields && (
        <Facts>
          {Object.entries(lead.fields).map(([name, value]) => (
            <Fact key={name} name={name.replaceAll("_", " ")} dir="auto">
              {value}
            </Fact>
          ))}
        </Facts>
      )}
      {lead.error && <Hint tone="warn">{deliveryWords(lead.error)}</Hint>}
      {lead.state === "failed" && (
        <Group justify="flex-end" mt={10}>
          <TryAgain lead={lead} />
        </Group>
      )}
    </li>
  );
}

function TryAgain({ lead }: { lead: Lead }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api.leads.retry({ id: lead.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["leads"] }),
    onError: (thrown) => notifyError(t("Meta was not asked"), thrown),
  });
  return (
    <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      {t("Try again")}
    </Button>
  );
}
