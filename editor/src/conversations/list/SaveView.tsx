/** Keeps what the list is narrowed to under a name: for oneself, or for everybody. */
import type { ConversationFilter } from "@hilo/server/contract";
import { Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { viewsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { FormDialog } from "../../shell/FormDialog.tsx";
import { compact } from "./list-address.ts";

export function SaveView({ filter, onClose }: { filter: ConversationFilter; onClose(): void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => api.conversationViews.create({ name: name.trim(), shared, filter: compact(filter) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("Keep as a view")}
      submit={t("Save")}
      blocked={name.trim() === ""}
      saving={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Name")}
        placeholder={t("Sales, unanswered")}
        maxLength={60}
        data-autofocus
        value={name}
        error={save.isError && toApiError(save.error).message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        label={t("For everybody in the workspace")}
        checked={shared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
