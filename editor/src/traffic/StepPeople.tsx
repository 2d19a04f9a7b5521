/** Who stands at a step now: the newest of them, each with the way to their conversation, and the way to all. */
import { Skeleton } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { peopleAtQuery } from "../api/queries.ts";
import { t, tCount } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import classes from "./Traffic.module.css";

export function StepPeople({ flowId, nodeId, live }: { flowId: string; nodeId: string; live: number }) {
  const now = useNow();
  const { data, error, isPending, refetch } = useQuery(peopleAtQuery(flowId, nodeId));
  const all = `/sessions?${new URLSearchParams({ live: "true", flowId, nodeId })}`;
  return (
    <>
      <h3 className={classes.heading}>{t("Here now")}</h3>
      {isPending && <Skeleton height={54} radius="md" />}
      {error && !data && (
        <LoadFailed small what={t("The sessions")} error={error} onRetry={() => void refetch()} />
      )}
      {data?.items.length === 0 && <p className={classes.quiet}>{t("Nobody stands here now.")}</p>}
      <ul className={classes.people}>
        {data?.items.map((session) => (
          <li key={session.id}>
            <Link to={`/conversations/${session.conversationId}`}>
              {session.contact.name ?? t("Somebody")}
            </Link>
            <time dateTime={session.updatedAt} title={fullTime(session.updatedAt)}>
              {ago(session.updatedAt, now)}
            </time>
          </li>
        ))}
      </ul>
      {live > 0 && (
        <Link className={classes.all} to={all}>
          {tCount(live, "See this session", "See all {count} sessions")}
          <IconArrowRight size={15} aria-hidden />
        </Link>
      )}
    </>
  );
}
