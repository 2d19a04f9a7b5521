/** Keys and passwords that flows use by name. They are written here once and shown never again. */

import type { Secret } from "@hilo/server/contract";
import { Button, PasswordInput, Skeleton, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyDone } from "../api/notify.ts";
import { secretsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import { ago } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./Settings.module.css";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsRow } from "./SettingsRow.tsx";

export function SecretsCard() {
  const secrets = useQuery(secretsQuery);
  /** The name of the one being written; empty: a new one. */
  const [writing, setWriting] = useState<string | null>(null);
  return (
    <SettingsCard
      title={t("Secrets")}
      about={t(
        "Keys of language models, APIs and team chats. Flows name them; what they hold is shown to nobody.",
      )}
      action={
        <Button
          leftSection={<IconPlus size={17} aria-hidden />}
          variant="light"
          onClick={() => setWriting("")}
        >
          {t("New secret")}
        </Button>
      }
    >
      {secrets.isPending && <Skeleton height={56} radius="md" />}
      {secrets.data?.items.length === 0 && <p className={styles.none}>{t("No secrets yet.")}</p>}
      <ul className={styles.keys}>
        {secrets.data?.items.map((secret) => (
          <SecretRow key={secret.id} secret={secret} onChange={() => setWriting(secret.name)} />
        ))}
      </ul>
      {writing !== null && <SecretDialog name={writing} onClose={() => setWriting(null)} />}
    </SettingsCard>
  );
}

function SecretRow({ secret, onChange }: { secret: Secret; onChange(): void }) {
  const now = useNow();
  return (
    <SettingsRow
      removing={{
        question: t("Remove this secret?"),
        confirm: t("Remove the secret"),
        failed: t("The secret is still there"),
      }}
      name={secret.name}
      facts={t("set {when}", { when: ago(secret.updatedAt, now) })}
      changeLabel={t("Replace…")}
      onChange={onChange}
      remove={() => api.workspace.secrets.remove({ id: secret.id })}
      listKey={secretsQuery.queryKey}
    >
      {t("Steps that use “{name}” fail from this moment on.", { name: secret.name })}
    </SettingsRow>
  );
}

function SecretDialog({ name: known, onClose }: { name: string; onClose(): void }) {
  const client = useQueryClient();
  const [name, setName] = useState(known);
  const [value, setValue] = useState("");
  const store = useMutation({
    mutationFn: () => api.workspace.secrets.store({ name: name.trim(), value }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: secretsQuery.queryKey });
      notifyDone(t("“{name}” is stored", { name: name.trim() }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={known ? t("Replace “{name}”", { name: known }) : t("New secret")}
      submit={t("Store")}
      blocked={name.trim() === "" || value === ""}
      saving={store.isPending}
      onSubmit={() => store.mutate()}
      onClose={onClose}
    >
      {!known && (
        <TextInput
          label={t("Name")}
          description={t("What flows call it: letters, digits, dots and dashes.")}
          placeholder="openai"
          maxLength={64}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t("What it holds")}
        autoComplete="off"
        maxLength={10_000}
        value={value}
        error={store.isError && toApiError(store.error).message}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
