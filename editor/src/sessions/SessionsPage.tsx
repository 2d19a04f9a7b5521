/** Every run of a flow: who is in it, where it stands, how it ended. Live. */

import type { Session } from "@hilo/server/contract";
import { Checkbox, Paper, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { usePollingFallback } from "../api/live.tsx";
import { sessionsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { useFilterInAddress } from "../shell/filter-in-address.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { ADDRESS_FILTER, asked, isNarrowed } from "./address-filter.ts";
import { Filters } from "./Filters.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { SessionRow } from "./SessionRow.tsx";
import styles from "./SessionsPage.module.css";
import { type Selection, useSelection } from "./use-selection.ts";

export function SessionsPage() {
  const [filter, change] = useFilterInAddress(ADDRESS_FILTER);
  const refetchInterval = usePollingFallback();
  const sessions = useInfiniteQuery({ ...sessionsQuery(asked(filter)), refetchInterval });
  const rows = sessions.data?.pages.flatMap((page) => page.items) ?? [];
  const selection = useSelection(asked(filter), rows);
  return (
    <Page>
      <PageHeader title={t("Sessions")}>
        {t("One customer's walk through one flow. Paused ones wait for an answer, a timer or an agent.")}
      </PageHeader>
      <Filters
        filter={filter}
        errors={rows.flatMap(({ error }) => (error ? [error.code] : []))}
        onChange={change}
      />
      {sessions.isPending && <Loading />}
      {sessions.isError && !sessions.data && (
        <LoadFailed what={t("The sessions")} error={sessions.error} onRetry={() => void sessions.refetch()} />
      )}
      {sessions.data && rows.length === 0 && <Nothing narrowed={isNarrowed(filter)} />}
      {rows.length > 0 && <List rows={rows} selection={selection} more={sessions.hasNextPage} />}
      <LoadMore query={sessions} />
    </Page>
  );
}

interface ListProps {
  rows: readonly Session[];
  selection: Selection;
  /** There are more than are shown. */
  more: boolean;
}

function List({ rows, selection, more }: ListProps) {
  const { allShown, someShown, chosen, count } = selection;
  return (
    <Paper withBorder className={styles.list}>
      <div className={styles.top}>
        <Checkbox
          size="xs"
          aria-label={t("Select all that are shown and under way")}
          checked={allShown}
          indeterminate={someShown}
          onChange={selection.toggleShown}
        />
        {chosen ? (
          <SelectionBar
            chosen={chosen}
            count={count}
            onAll={allShown && more && count !== null ? selection.takeEverything : undefined}
            onClear={selection.clear}
          />
        ) : (
          <p className={styles.hint}>{t("Select sessions to end them, move them or send them on.")}</p>
        )}
      </div>
      <ul className={styles.rows}>
        {rows.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            selected={selection.has(session.id)}
            onSelect={() => selection.toggle(session.id)}
          />
        ))}
      </ul>
    </Paper>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  return (
    <Notice
      title={narrowed ? t("No session fits") : t("No flow has run yet")}
      shape={narrowed ? "lost" : "calm"}
    >
      {narrowed
        ? t("Nothing is in this state now. It appears here by itself when it is.")
        : t("As soon as somebody writes a keyword, their session is here, step by step.")}
    </Notice>
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
