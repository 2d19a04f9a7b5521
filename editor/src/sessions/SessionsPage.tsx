/** Every run of a flow: who is in it, where it stands, how it ended. Live. */

import { Group, Paper, SegmentedControl, Select, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { z } from "zod";
import { usePollingFallback } from "../api/live.tsx";
import { flowsQuery, type SessionFilter, sessionsQuery } from "../api/queries.ts";
import { STATUS_WORDS } from "../conversations/SessionBadge.tsx";
import { t } from "../i18n/t.ts";
import { useFilterInAddress } from "../shell/filter-in-address.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { SessionRow } from "./SessionRow.tsx";
import styles from "./SessionsPage.module.css";

const STATUSES = ["Active", "Paused", "Completed", "Errored"] as const;

const FILTER = z.object({
  status: z.enum(STATUSES).optional().catch(undefined),
  flowId: z.uuid().optional().catch(undefined),
});

export function SessionsPage() {
  const [filter, change] = useFilterInAddress(FILTER);
  const refetchInterval = usePollingFallback();
  const sessions = useInfiniteQuery({ ...sessionsQuery(filter), refetchInterval });
  const rows = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = filter.status !== undefined || filter.flowId !== undefined;

  return (
    <Page>
      <PageHeader title={t("Sessions")}>
        {t("One customer's walk through one flow. Paused ones wait for an answer, a timer or an agent.")}
      </PageHeader>
      <Filters filter={filter} onChange={change} />
      {sessions.isPending && <Loading />}
      {sessions.isError && !sessions.data && (
        <LoadFailed what={t("The sessions")} error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data && rows.length === 0 && (
        <Notice
          title={narrowed ? t("No session fits") : t("No flow has run yet")}
          shape={narrowed ? "lost" : "calm"}
        >
          {narrowed
            ? t("Nothing is in this state now. It appears here by itself when it is.")
            : t("As soon as somebody writes a keyword, their session is here, step by step.")}
        </Notice>
      )}
      {rows.length > 0 && (
        <Paper withBorder className={styles.list} component="ul">
          {rows.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </Paper>
      )}
      <LoadMore query={sessions} />
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: SessionFilter; onChange: (filter: SessionFilter) => void }) {
  const flows = useInfiniteQuery(flowsQuery);
  const options = flows.data?.pages.flatMap((page) =>
    page.items.map(({ id, name }) => ({ value: id, label: name })),
  );
  return (
    <Group mb="md" gap="sm" className={styles.filters}>
      <div className={styles.statuses}>
        <SegmentedControl
          size="sm"
          aria-label={t("State")}
          value={filter.status ?? "all"}
          onChange={(value) => onChange({ status: STATUSES.find((status) => status === value) })}
          data={[
            { value: "all", label: t("All") },
            ...STATUSES.map((value) => ({ value, label: t(STATUS_WORDS[value]) })),
          ]}
        />
      </div>
      <Select
        aria-label={t("Flow")}
        placeholder={t("Every flow")}
        clearable
        searchable
        data={options ?? []}
        value={filter.flowId ?? null}
        onChange={(flowId) => onChange({ flowId: flowId ?? undefined })}
      />
    </Group>
  );
}

function Loading() {
  return (
    <Stack gap="sm" role="status" aria-label={t("Loading")}>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={62} radius="lg" />
      ))}
    </Stack>
  );
}
