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

export function SaveView({ filter, onSaved }: { filter: ConversationFilter; onSaved(): void }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => api.conversationViews.create({ name: name.trim(), shared, filter: compact(filter) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      setOpen(false);
      onSaved();
    },
  });
  return (
    <>
      <Button variant="light" size="compact-sm" onClick={() => setOpen(true)}>
        {t("Keep as a view…")}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t("Keep as a view")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // The menu that this dialog stands in is no part of a form of its own.
            event.stopPropagation();
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
              <Button variant="default" onClick={() => setOpen(false)}>
                {t("Cancel")}
              </Button>
              <Button type="submit" loading={save.isPending} disabled={name.trim() === ""}>
                {t("Save")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
