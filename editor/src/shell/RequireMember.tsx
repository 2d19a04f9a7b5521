/** Lets signed-in members in, and sends everybody else to where they can become one. */

import { Center, Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { onSignedOut } from "../api/client.ts";
import { meQuery, setupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "./LoadFailed.tsx";

export function RequireMember({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const location = useLocation();
  const me = useQuery(meQuery);
  const setup = useQuery({ ...setupQuery, enabled: me.data === null });

  useEffect(() => onSignedOut(() => client.setQueryData(meQuery.queryKey, null)), [client]);

  if (me.isError) return <LoadFailed what="Hilo" error={me.error} onRetry={() => void me.refetch()} fill />;
  if (me.data) return children;
  if (me.isPending || setup.isPending) {
    return (
      <Center h="100dvh">
        <Loader type="dots" aria-label={t("Loading")} />
      </Center>
    );
  }
  if (setup.data?.needed) return <Navigate to="/setup" replace />;
  const here = `${location.pathname}${location.search}`;
  return <Navigate to={here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
}
