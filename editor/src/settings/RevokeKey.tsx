/** Ends a key. */

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { apiKeysQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import type { ApiKey } from "./ApiKeys.tsx";

export function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.account.apiKeys.revoke({ id: apiKey.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      notifyDone(t("“{name}” works no more", { name: apiKey.name }));
    },
    onError: (thrown) => notifyError(t("The key still works"), thrown),
  });
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" flex="none" onClick={() => setAsking(true)}>
        {t("Revoke…")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t("Revoke this key?")}
        confirm={t("Revoke the key")}
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsking(false)}
      >
        {t("Programs that use “{name}” are refused from this moment on.", { name: apiKey.name })}
      </ConfirmDialog>
    </>
  );
}
