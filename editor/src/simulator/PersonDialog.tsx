/** Who writes: the same number is the same contact, with the language, tags and fields that are given here. */
import { Select, TagsInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { languageName } from "../i18n/language-name.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import { OFFERED } from "../translations/language-names.ts";
import { byName, NamedValues } from "./NamedValues.tsx";
import type { SimulatedPerson } from "./phone-memory.ts";

export interface PersonDialogProps {
  person: SimulatedPerson;
  onSave: (person: SimulatedPerson) => void;
  onClose: () => void;
}

const MOST_FIELDS = 20;

export function PersonDialog({ person, onSave, onClose }: PersonDialogProps) {
  const [name, setName] = useState(person.name);
  const [phone, setPhone] = useState(person.phone);
  const [language, setLanguage] = useState(person.language);
  const [tags, setTags] = useState(person.tags);
  const [fields, setFields] = useState(() =>
    Object.entries(person.fields).map(([field, value]) => ({ name: field, value })),
  );
  const digits = phone.replace(/\D/g, "");
  const wrong = !/^[1-9]\d{5,14}$/.test(digits);
  const save = () => onSave({ phone: digits, name: name.trim(), language, tags, fields: byName(fields) });
  return (
    <FormDialog
      title={t("Who is writing?")}
      submit={t("Write as this person")}
      blocked={wrong || name.trim() === ""}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={t("Name")}
        description={t("As the customer's profile shows it.")}
        maxLength={80}
        required
        withAsterisk={false}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t("Phone number")}
        description={t(
          "With the country's code. The same number is the same contact, with all it said before; on another platform it is another contact, as in life.",
        )}
        inputMode="tel"
        value={phone}
        error={wrong && t("6 to 15 digits, and no 0 at the beginning")}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Select
        label={t("Language")}
        description={t("Decides the translation, and triggers for a language.")}
        placeholder={t("Not known")}
        clearable
        searchable
        data={choices(person.language)}
        value={language}
        onChange={setLanguage}
      />
      <TagsInput label={t("Tags")} value={tags} onChange={setTags} maxTags={30} />
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t("Fields")}
        </Text>
        <NamedValues of="field" items={fields} most={MOST_FIELDS} onChange={setFields} />
      </div>
    </FormDialog>
  );
}

function choices(own: string | null): { value: string; label: string }[] {
  const tags = own !== null && !OFFERED.includes(own) ? [own, ...OFFERED] : OFFERED;
  return tags.map((tag) => ({ value: tag, label: languageName(tag) }));
}
