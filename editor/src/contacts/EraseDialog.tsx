/** Erases a person; only who writes the name down can have meant it. */
import type { ContactDetail } from "@hilo/server/contract";
import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyDone } from "../api/notify.ts";
import { contactName } from "../conversations/contact-name.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";

const LISTS = ["contacts", "contact-count", "conversations", "leads"];

export function EraseDialog({ contact, onClose }: { contact: ContactDetail; onClose(): void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const name = contactName(contact);
  const [written, setWritten] = useState("");
  const erase = useMutation({
    mutationFn: () => api.contacts.remove({ id: contact.id }),
    onSuccess: async () => {
      notifyDone(t("{name} was erased", { name }));
      await navigate("/contacts", { replace: true });
      // Of whom nothing is left nothing stays here either. What is still on show would be asked for anew, and not be found.
      for (const name of ["contact", "notes"])
        client.removeQueries({ queryKey: [name, contact.id], type: "inactive" });
      await Promise.all(LISTS.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("Erase {name}?", { name })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (written.trim() === name) erase.mutate();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">
            {t(
              "Messages, sessions, notes, leads and files of this person are gone for good, and so is what the log has of them. This can't be undone.",
            )}
          </Text>
          <TextInput
            label={t("To confirm, write “{name}”", { name })}
            autoComplete="off"
            data-autofocus
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          {erase.isError && <Hint tone="bad">{toApiError(erase.error).message}</Hint>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" color="red" disabled={written.trim() !== name} loading={erase.isPending}>
              {t("Erase for good")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
