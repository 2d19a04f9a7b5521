/** Saves settings of the workspace, and shows them everywhere. */

import type { Workspace } from "@hilo/server/contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { meQuery, workspaceQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";

type Changes = Partial<Omit<Workspace, "id">>;

export function useChangeWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: Changes) => api.workspace.update(changes),
    onSuccess: async (workspace) => {
      client.setQueryData(workspaceQuery.queryKey, workspace);
      await client.invalidateQueries({ queryKey: meQuery.queryKey });
      notifyDone(t("Saved"));
    },
    onError: (thrown) => notifyError(t("The settings were not saved"), thrown),
  });
}
