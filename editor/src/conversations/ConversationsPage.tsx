/** Every conversation, live: the list, the chat, and who it is with. One of them at a time on a phone. */

import type { ConversationFilter } from "@hilo/server/contract";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { ApiError } from "../api/api-error.ts";
import { isId } from "../api/is-id.ts";
import { usePollingFallback } from "../api/live.tsx";
import { conversationQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { useMe } from "../shell/use-me.ts";
import { ChatPane } from "./ChatPane.tsx";
import styles from "./ConversationsPage.module.css";
import { DetailsPane } from "./DetailsPane.tsx";
import { ConversationList } from "./list/ConversationList.tsx";
import { compact, listAddress, readListAddress } from "./list/list-address.ts";

export function ConversationsPage() {
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const filter = readListAddress(params);
  const setFilter = (changed: ConversationFilter) => setParams(listAddress(changed), { replace: true });
  const myId = useMe()?.user?.id;
  const [search] = useDebouncedValue(filter.search, SEARCH_PAUSE_MS);
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [details, setDetails] = useState(false);
  const refetchInterval = usePollingFallback();
  const conversation = useQuery({
    ...conversationQuery(id ?? ""),
    enabled: isId(id),
    refetchInterval,
  });
  const unknown = conversation.error instanceof ApiError && conversation.error.status === 404;
  const gone = unknown || (id !== undefined && !isId(id));

  return (
    <div
      className={styles.panes}
      data-chat={id !== undefined || undefined}
      data-details={details || undefined}
    >
      <title>{t("Conversations · Hilo")}</title>
      <aside className={styles.list}>
        <ConversationList
          filter={filter}
          asked={asked(filter, search, myId)}
          onFilter={setFilter}
          openId={id}
        />
      </aside>
      <section className={styles.chat} aria-label={t("Chat")}>
        {!id && (
          <Notice fill title={t("Choose a conversation")}>
            {t("Every chat is live here: watch the bot at work, and take over when a person is needed.")}
          </Notice>
        )}
        {gone && (
          <Notice fill shape="lost" title={t("There is no such conversation")}>
            {t("It may have been erased with its contact.")}
          </Notice>
        )}
        {id && conversation.isError && !gone && !conversation.data && (
          <LoadFailed
            what={t("The conversation")}
            error={conversation.error}
            onRetry={() => void conversation.refetch()}
          />
        )}
        {id && conversation.data && (
          <ChatPane
            key={id}
            conversation={conversation.data}
            draft={drafts[id] ?? ""}
            onDraft={(text) => setDrafts((old) => ({ ...old, [id]: text }))}
            onDetails={() => setDetails(!details)}
          />
        )}
      </section>
      {conversation.data && (
        <aside className={styles.details}>
          <DetailsPane
            key={conversation.data.id}
            conversation={conversation.data}
            onClose={() => setDetails(false)}
          />
        </aside>
      )}
    </div>
  );
}

/** As it is asked of the server: the search waits for a pause in the writing, and members go by their ids. */
const asked = (
  filter: ConversationFilter,
  search: string | undefined,
  myId: string | undefined,
): ConversationFilter =>
  compact({ ...filter, search, assignee: filter.assignee === "me" ? (myId ?? "me") : filter.assignee });
