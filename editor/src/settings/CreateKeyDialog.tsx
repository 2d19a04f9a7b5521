/** Makes a key and shows it, this once. */

import type { Role } from "@hilo/server/contract";
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { apiKeysQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { CopyField } from "../shell/CopyField.tsx";
import { FormDialog } from "../shell/FormDialog.tsx";
import { Hint } from "../shell/Hint.tsx";

const roles = (): { value: Role; label: string }[] => [
  { value: "viewer", label: t("Viewer: reads") },
  { value: "agent", label: t("Agent: reads, and writes to customers") },
  { value: "editor", label: t("Editor: also changes and publishes flows") },
  { value: "admin", label: t("Admin: everything but the owner's rights") },
];

export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const create = useMutation({
    mutationFn: () => api.account.apiKeys.create({ name: name.trim(), role }),
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });

  if (create.data) {
    return (
      <Modal
        opened
        onClose={onClose}
        title={t("“{name}” is ready", { name: create.data.name })}
        closeOnClickOutside={false}
      >
        <Stack gap="md">
          <Hint tone="warn">{t("Copy it now: it is not stored, and can't be shown again.")}</Hint>
          <CopyField label={t("API key")} value={create.data.key} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t("I have it")}</Button>
          </Group>
        </Stack>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={t("New API key")}
      submit={t("Make the key")}
      blocked={name.trim() === ""}
      saving={create.isPending}
      onSubmit={() => create.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Name")}
        description={t("What it is for, so that you know later what to revoke.")}
        required
        withAsterisk={false}
        maxLength={80}
        data-autofocus
        value={name}
        error={create.isError && toApiError(create.error).message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t("It may")}
        data={roles()}
        value={role}
        allowDeselect={false}
        onChange={(value) => setRole(roles().find((one) => one.value === value)?.value ?? role)}
      />
    </FormDialog>
  );
}
