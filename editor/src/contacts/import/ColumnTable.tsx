/** The columns of a table with some of their cells, and what each is. */
import type { ContactImport } from "@hilo/server/contract";
import { Autocomplete, Select } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import styles from "./import.module.css";
import { type ColumnForm, TARGETS, type Target } from "./import-form.ts";

const TARGET_WORDS: Record<Target, string> = {
  // t:
  nothing: "Leave it out",
  phone: "Phone number",
  name: "Name",
  email: "E-mail",
  language: "Language",
  tags: "Tags",
  field: "A field",
};

interface ColumnTableProps {
  columns: ContactImport["columns"];
  forms: readonly ColumnForm[];
  /** Names in use. */
  fields: string[];
  onChange(forms: ColumnForm[]): void;
}

export function ColumnTable({ columns, forms, fields, onChange }: ColumnTableProps) {
  return (
    <ul className={styles.columns}>
      {columns.map(({ header, samples }, at) => {
        const form = forms[at] ?? { to: "nothing", field: "" };
        const name = header || t("Column {number}", { number: at + 1 });
        const change = (part: Partial<ColumnForm>) => onChange(forms.with(at, { ...form, ...part }));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may be called the same
          <li key={at} className={styles.column}>
            <div className={styles.words}>
              <p className={styles.header}>{name}</p>
              <p className={styles.samples}>{samples.join(" · ")}</p>
            </div>
            <Select
              aria-label={t("“{name}” is", { name })}
              allowDeselect={false}
              data={TARGETS.map((value) => ({ value, label: t(TARGET_WORDS[value]) }))}
              value={form.to}
              onChange={(to) =>
                isTarget(to) && change({ to, field: to === "field" ? header.slice(0, 64) : "" })
              }
            />
            {form.to === "field" ? (
              <Autocomplete
                aria-label={t("Name of the field of “{name}”", { name })}
                placeholder={t("Name of the field")}
                data={fields}
                limit={50}
                maxLength={64}
                value={form.field}
                onChange={(field) => change({ field })}
              />
            ) : (
              <span />
            )}
          </li>
        );
      })}
    </ul>
  );
}

const isTarget = (value: string | null): value is Target => TARGETS.some((target) => target === value);
