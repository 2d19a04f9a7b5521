/** What the platforms delivered: each webhook, what became of it, and another try for what was set aside. */
import type { WebhookLogEntry } from "@hilo/server/contract";
import { Button, Paper, SegmentedControl, Skeleton, Stack } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { webhookLogQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import styles from "./WebhookLog.module.css";
import { logStates, WebhookLogRow } from "./WebhookLogRow.tsx";

type State = WebhookLogEntry["state"];
const STATES: readonly State[] = ["applied", "stored", "quarantined", "refused"];

export function WebhookLogPage() {
  const [state, setState] = useState<State>();
  const log = useInfiniteQuery({ ...webhookLogQuery(state), placeholderData: keepPreviousData });
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page>
      <PageHeader
        title={t("Webhooks")}
        action={
          <Button
            variant="default"
            leftSection={<IconRefresh size={17} aria-hidden />}
            loading={log.isFetching}
            onClick={() => void log.refetch()}
          >
            {t("Look again")}
          </Button>
        }
      >
        {t("Everything that Meta and the simulator delivered in the last 30 days, and what became of it.")}
      </PageHeader>
      <Stack gap="md">
        <div className={styles.filter}>
          <SegmentedControl
            aria-label={t("State")}
            value={state ?? "all"}
            onChange={(value) => setState(STATES.find((one) => one === value))}
            data={[
              { value: "all", label: t("All") },
              ...STATES.map((value) => ({ value, label: logStates()[value].words })),
            ]}
          />
        </div>
        {log.isPending && (
          <Stack gap={1} role="status" aria-label={t("Loading")}>
            <Skeleton height={62} radius="lg" />
            <Skeleton height={62} radius="lg" />
            <Skeleton height={62} radius="lg" />
          </Stack>
        )}
        {log.isError && !log.data && (
          <LoadFailed what={t("The webhooks")} error={log.error} onRetry={() => void log.refetch()} />
        )}
        {log.data && rows.length === 0 && (
          <Notice
            title={state ? t("None of these") : t("Nothing was delivered yet")}
            shape={state ? "lost" : "calm"}
          >
            {state
              ? t("Take the filter away to see the others.")
              : t("When a customer writes, or Meta reports what became of a message, it is here.")}
          </Notice>
        )}
        {rows.length > 0 && (
          <Paper withBorder className={styles.list} component="ul">
            {rows.map((entry) => (
              <WebhookLogRow key={entry.id} entry={entry} />
            ))}
          </Paper>
        )}
        <LoadMore query={log} />
      </Stack>
    </Page>
  );
}
