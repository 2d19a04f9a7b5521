/** Keeps what the list is narrowed to under a name: for oneself, or for everybody. */
import type { ConversationFilter } from "@hilo/server/contract";
import { Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { viewsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
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
    <Modal opened onClose={onClose} title={t("Keep as a view")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
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
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
