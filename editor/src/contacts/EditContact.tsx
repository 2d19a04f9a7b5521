/** The name, the language and the fields of a contact, changed by hand. */
import type { ContactDetail } from "@hilo/server/contract";
import { ActionIcon, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { newKey } from "../api/new-key.ts";
import { notifyDone } from "../api/notify.ts";
import { contactQuery } from "../api/queries.ts";
import { languageName } from "../i18n/language-name.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { Hint } from "../shell/Hint.tsx";
import { LeaveGuard } from "../shell/LeaveGuard.tsx";
import { OFFERED } from "../translations/language-names.ts";
import { type FieldRow, fieldChanges, fieldRows } from "./contact-fields.ts";
import styles from "./contacts.module.css";

export function EditContact({ contact }: { contact: ContactDetail }) {
  return (
    <SettingsCard title={t("Details")}>
      <Form key={JSON.stringify([contact.name, contact.language, contact.fields])} contact={contact} />
    </SettingsCard>
  );
}

function Form({ contact }: { contact: ContactDetail }) {
  const client = useQueryClient();
  const [name, setName] = useState(contact.name ?? "");
  const [language, setLanguage] = useState(contact.language);
  const [rows, setRows] = useState(() => fieldRows(contact.fields));
  const fields = fieldChanges(contact.fields, rows);
  const changed =
    name.trim() !== (contact.name ?? "") || language !== contact.language || Object.keys(fields).length > 0;
  const save = useMutation({
    mutationFn: () => api.contacts.update({ id: contact.id, name: name.trim() || null, language, fields }),
    onSuccess: async (saved) => {
      client.setQueryData(contactQuery(contact.id).queryKey, saved);
      notifyDone(t("Saved"));
      await Promise.all(
        ["contacts", "conversation", "conversations"].map((queryKey) =>
          client.invalidateQueries({ queryKey: [queryKey] }),
        ),
      );
    },
  });
  const codes = [...new Set([...(contact.language ? [contact.language] : []), ...OFFERED])];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <LeaveGuard when={changed} />
      <Stack gap="md">
        <TextInput
          label={t("Name")}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t("Language")}
          placeholder={t("Not known")}
          clearable
          searchable
          data={codes.map((value) => ({ value, label: languageName(value) }))}
          value={language}
          onChange={setLanguage}
        />
        <Fields rows={rows} onChange={setRows} />
        {save.isError && <Hint tone="bad">{toApiError(save.error).message}</Hint>}
        <Group justify="flex-end">
          <Button type="submit" disabled={!changed} loading={save.isPending}>
            {t("Save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Fields({ rows, onChange }: { rows: FieldRow[]; onChange(rows: FieldRow[]): void }) {
  const change = (key: string, part: Partial<FieldRow>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Stack gap="xs" role="group" aria-label={t("Fields")}>
      <p className={styles.legend}>{t("Fields")}</p>
      {rows.map(({ key, name, text }) => (
        <div key={key} className={styles.field}>
          <TextInput
            aria-label={t("Name of the field")}
            placeholder={t("Name")}
            maxLength={64}
            value={name}
            onChange={(event) => change(key, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={name.trim() ? t("Value of “{name}”", { name }) : t("Value of the field")}
            placeholder={t("Value")}
            value={text}
            onChange={(event) => change(key, { text: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={name.trim() ? t("Take “{name}” away", { name }) : t("Take the field away")}
            onClick={() => onChange(rows.filter((row) => row.key !== key))}
          >
            <IconX size={17} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => onChange([...rows, { key: newKey(), name: "", text: "" }])}
      >
        {t("Add a field")}
      </Button>
    </Stack>
  );
}
