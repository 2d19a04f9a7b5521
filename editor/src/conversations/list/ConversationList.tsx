/** The conversations, latest first, with search and filters. Rows move up by themselves. */

import type { ConversationFilter } from "@hilo/server/contract";
import { Skeleton, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { conversationRows } from "../../api/conversation-pages.ts";
import { usePollingFallback } from "../../api/live.tsx";
import { conversationsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { LoadFailed } from "../../shell/LoadFailed.tsx";
import { LoadMore } from "../../shell/LoadMore.tsx";
import { Notice } from "../../shell/Notice.tsx";
import { useNow } from "../../shell/use-now.ts";
import styles from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow.tsx";
import { FilterMenu } from "./FilterMenu.tsx";
import { isSameList } from "./list-address.ts";
import { useListKeys } from "./use-list-keys.ts";
import { Views } from "./Views.tsx";

export interface ConversationListProps {
  /** As the controls show it. */
  filter: ConversationFilter;
  /** As it is asked of the server: the search waits for a pause in the writing. */
  asked: ConversationFilter;
  onFilter: (filter: ConversationFilter) => void;
  openId: string | undefined;
}

export function ConversationList({ filter, asked, onFilter, openId }: ConversationListProps) {
  const now = useNow();
  const refetchInterval = usePollingFallback();
  const query = useInfiniteQuery({ ...conversationsQuery(asked), refetchInterval });
  const rows = conversationRows(query.data);
  const search = useRef<HTMLInputElement>(null);
  useListKeys(rows, openId, search);

  return (
    <div className={styles.pane}>
      <header className={styles.top}>
        <h1 className={styles.title}>{t("Conversations")}</h1>
        <div className={styles.find}>
          <TextInput
            ref={search}
            type="search"
            aria-label={t("Search by name or number")}
            placeholder={t("Search by name or number")}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={filter.search ?? ""}
            onChange={(event) => onFilter({ ...filter, search: event.currentTarget.value || undefined })}
          />
          <FilterMenu filter={filter} onFilter={onFilter} />
        </div>
        <Views filter={filter} />
      </header>
      <div className={styles.rows}>
        {query.isPending && <Loading />}
        {query.isError && !query.data && (
          <LoadFailed
            small
            what={t("The conversations")}
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data && rows.length === 0 && (
          <Nothing narrowed={!isSameList(asked, { status: "open" }) && !isSameList(asked, {})} />
        )}
        <ul className={styles.list} aria-label={t("Conversations")}>
          {rows.map((conversation) => (
            <ConversationRow
              key={conversation.id}
              conversation={conversation}
              now={now}
              open={conversation.id === openId}
            />
          ))}
        </ul>
        <LoadMore query={query} />
      </div>
    </div>
  );
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  if (narrowed) {
    return (
      <Notice small shape="lost" title={t("Nothing fits")}>
        {t("No conversation matches. Try another word, or show all.")}
      </Notice>
    );
  }
  return (
    <Notice small title={t("Nobody has written yet")}>
      {t("Open a flow and write to it in the simulator, or connect a WhatsApp number under Channels.")}
    </Notice>
  );
}

function Loading() {
  return (
    <div className={styles.loading} role="status" aria-label={t("Loading")}>
      {[0, 1, 2, 3, 4, 5, 6].map((row) => (
        <div key={row}>
          <Skeleton circle height={42} />
          <Skeleton height={30} radius="md" />
        </div>
      ))}
    </div>
  );
}
