/** Ends a key. */
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { apiKeysQuery } from "../api/queries.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import type { ApiKey } from "./ApiKeys.tsx";

export function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.account.apiKeys.revoke({ id: apiKey.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      notifyDone(`“${apiKey.name}” works no more`);
    },
    onError: (thrown) => notifyError("The key still works", thrown),
  });
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" flex="none" onClick={() => setAsking(true)}>
        Revoke…
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Revoke this key?"
        confirm="Revoke the key"
        busy={revoke.isPending}
        onConfirm={() => revoke.mutate()}
        onClose={() => setAsking(false)}
      >
        Programs that use “{apiKey.name}” are refused from this moment on.
      </ConfirmDialog>
    </>
  );
}
