/** What the people of a table agreed to: one of three answers, none of which is given beforehand. */
import type { ContactImport } from "@hilo/server/contract";
import { Autocomplete, Paper, Radio, Select, Stack } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import styles from "./import.module.css";
import type { ConsentForm, ImportForm } from "./import-form.ts";

interface ConsentFieldsProps {
  columns: ContactImport["columns"];
  topics: string[];
  form: ImportForm;
  onChange(part: Partial<ImportForm>): void;
}

const isConsent = (value: string): value is ConsentForm =>
  value === "nothing-said" || value === "all-agreed" || value === "column";

export function ConsentFields({ columns, topics, form, onChange }: ConsentFieldsProps) {
  const { consent, consentColumn, topic } = form;
  return (
    <Paper withBorder className={styles.card} component="section">
      <Radio.Group
        label={t("What did these people agree to?")}
        description={t("Who opted out before stays opted out, whatever the table says.")}
        value={consent}
        onChange={(value) => isConsent(value) && onChange({ consent: value })}
      >
        <Stack gap={10} mt="sm">
          <Radio
            value="nothing-said"
            label={t("I can't say")}
            description={t("They become contacts, and nothing is noted about consent.")}
          />
          <Radio
            value="all-agreed"
            label={t("All of them agreed to hear about something")}
            description={t("Only choose this if each of them said so, and you can show it.")}
          />
          <Radio
            value="column"
            label={t("A column says yes or no")}
            description={t(
              "Yes agrees, no opts the person out of everything, and an empty cell says nothing.",
            )}
          />
        </Stack>
      </Radio.Group>
      {(consent === "all-agreed" || consent === "column") && (
        <div className={styles.pair}>
          {consent === "column" && (
            <Select
              label={t("The column with yes and no")}
              data={columns.map(({ header }, at) => ({
                value: String(at),
                label: header || t("Column {number}", { number: at + 1 }),
              }))}
              value={consentColumn}
              onChange={(value) => onChange({ consentColumn: value })}
            />
          )}
          <Autocomplete
            label={t("What they agreed to hear about")}
            description={t("A topic, as flows ask for it: offers, news.")}
            data={topics}
            maxLength={64}
            value={topic}
            onChange={(value) => onChange({ topic: value })}
          />
        </div>
      )}
    </Paper>
  );
}
