/** Ways to look at the list, side by side: those everybody has, then those that people keep. */
import type { ConversationFilter } from "@hilo/server/contract";
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { api } from "../../api/client.ts";
import { notifyError } from "../../api/notify.ts";
import { deskCountsQuery, viewsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { builtInViews } from "./built-in-views.ts";
import styles from "./ConversationList.module.css";
import { isSameList, listAddress } from "./list-address.ts";

/** More is told as so many by the server. */
const MOST = 99;

export function Views({ filter }: { filter: ConversationFilter }) {
  const counts = useQuery(deskCountsQuery);
  const views = useQuery(viewsQuery);
  return (
    <nav aria-label={t("Which conversations")}>
      <ul className={styles.views}>
        {builtInViews().map(({ name, filter: own, count }) => (
          <View
            key={name}
            name={name}
            filter={own}
            shown={isSameList(filter, own)}
            count={count ? (counts.data?.[count] ?? 0) : 0}
          />
        ))}
        {views.data?.items.map((view) => {
          const shown = isSameList(filter, view.filter);
          return (
            <View key={view.id} name={view.name} filter={view.filter} shown={shown} count={0}>
              {shown && <Remove id={view.id} name={view.name} />}
            </View>
          );
        })}
      </ul>
    </nav>
  );
}

interface ViewProps {
  name: string;
  filter: ConversationFilter;
  shown: boolean;
  /** 0: nothing is said of it. */
  count: number;
  children?: React.ReactNode;
}

function View({ name, filter, shown, count, children }: ViewProps) {
  const { pathname } = useLocation();
  return (
    <li className={styles.view} data-shown={shown || undefined}>
      <Link
        to={{ pathname, search: listAddress(filter).toString() }}
        replace
        aria-current={shown ? "true" : undefined}
      >
        {name}
        {count > 0 && <span className={styles.badge}>{count > MOST ? `${MOST}+` : count}</span>}
      </Link>
      {children}
    </li>
  );
}

function Remove({ id, name }: { id: string; name: string }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.conversationViews.remove({ id }),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
    onError: (thrown) => notifyError(t("The view is still there"), thrown),
  });
  return (
    <ActionIcon
      variant="transparent"
      color="gray"
      size={24}
      loading={remove.isPending}
      aria-label={t("Remove the view “{name}”", { name })}
      onClick={() => remove.mutate()}
    >
      <IconX size={13} aria-hidden />
    </ActionIcon>
  );
}
