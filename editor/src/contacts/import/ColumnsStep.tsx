/** The second step: what each column is, and what these people agreed to. */
import type { ContactImport } from "@hilo/server/contract";
import { Button, Group, Paper, Stack, TagsInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { contactImportQuery, namesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import { ConsentFields } from "./ConsentFields.tsx";
import styles from "./import.module.css";
import { type FormProblem, formOf, mappingOf } from "./import-form.ts";

const PROBLEMS: Record<FormProblem, string> = {
  // t:
  "no-phone": "Say which column has the phone numbers: people are known by them.",
  "same-twice": "Two columns are the same thing. Choose one of them.",
  "no-field-name": "Give each field its name.",
  "bad-code": "The calling code is a number, as +57.",
  "no-consent": "Choose what these people agreed to.",
  "no-topic": "Say what they agreed to hear about.",
  other: "Something in the request is not right.",
};

export function ColumnsStep({ found, onChecked }: { found: ContactImport; onChecked(): void }) {
  const client = useQueryClient();
  const names = useQuery(namesQuery);
  const [form, setForm] = useState(() => formOf(found));
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const mapping = mappingOf(form);
  const check = useMutation({
    mutationFn: async () => {
      if (typeof mapping === "string") throw new Error(mapping);
      return api.contactImports.check({ id: found.id, mapping });
    },
    onSuccess: async (checked) => {
      client.setQueryData(contactImportQuery(found.id).queryKey, checked);
      await client.invalidateQueries({ queryKey: ["contact-import-rows", found.id] });
      onChecked();
    },
  });
  return (
    <Stack gap="md">
      <Paper withBorder className={styles.card} component="section">
        <h2 className={styles.title}>{t("What are the columns of {name}?", { name: found.name })}</h2>
        <ColumnTable
          columns={found.columns}
          forms={form.columns}
          fields={names.data?.fields ?? []}
          onChange={(columns) => change({ columns })}
        />
        <div className={styles.pair}>
          <TextInput
            label={t("Calling code of numbers without one")}
            description={t(
              "Of the country most of these people live in, as +57. Leave it empty if all numbers have one.",
            )}
            maxLength={6}
            inputMode="tel"
            value={form.callingCode}
            onChange={(event) => change({ callingCode: event.currentTarget.value })}
          />
          <TagsInput
            label={t("Tags for all of them")}
            description={t("So that these people are found again later.")}
            data={names.data?.tags ?? []}
            maxTags={20}
            value={form.tags}
            onChange={(tags) => change({ tags: tags.map((tag) => tag.trim().slice(0, 60)).filter(Boolean) })}
          />
        </div>
      </Paper>
      <ConsentFields
        columns={found.columns}
        topics={names.data?.topics ?? []}
        form={form}
        onChange={change}
      />
      {check.isError && (
        <div role="alert">
          <Hint tone="bad">{toApiError(check.error).message}</Hint>
        </div>
      )}
      <Group justify="flex-end" gap="md">
        <span className={styles.missing} role="status">
          {typeof mapping === "string" && t(PROBLEMS[mapping])}
        </span>
        <Button
          disabled={typeof mapping === "string"}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t("Check the rows")}
        </Button>
      </Group>
    </Stack>
  );
}
