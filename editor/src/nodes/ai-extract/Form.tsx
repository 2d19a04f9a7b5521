/** The text to read, and the values to find in it. */

import { Checkbox, Group, Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { InstructionsField, ModelFields } from "../fields/AiFields.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SelectField } from "../fields/SelectField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

type Data = NodeData<"ai-extract">;
type Field = Data["fields"][number];

const TYPES = {
  // t:
  text: "a text",
  number: "a number",
  boolean: "yes or no",
  date: "a date",
  list: "a list",
} as const;

/** As in the format. */
const MAX_FIELDS = 30;
const MAX_DESCRIPTION_CHARS = 500;

export function Form({ data, onChange }: FormProps<Data>) {
  return (
    <>
      <TemplateField
        label={t("Text to read")}
        description={t("Empty: the customer's latest message.")}
        minRows={1}
        value={data.input}
        onChange={(input) => onChange({ ...data, input })}
      />
      <div>
        <Input.Label>{t("Values")}</Input.Label>
        <Input.Description mb={6}>{t("What is not said becomes empty.")}</Input.Description>
        <ItemList
          items={data.fields}
          onChange={(fields) => onChange({ ...data, fields })}
          add={data.fields.length < MAX_FIELDS ? () => newField(data.fields.length) : undefined}
          addLabel={t("Add a value")}
          itemName={t("value")}
          min={1}
          framed
        >
          {(field, change, i) => <FieldForm field={field} onChange={change} index={i} />}
        </ItemList>
      </div>
      <InstructionsField data={data} onChange={onChange} />
      <ModelFields data={data} onChange={onChange} />
    </>
  );
}

const newField = (count: number): Field => ({ name: `value_${count + 1}`, type: "text", required: false });

interface FieldFormProps {
  field: Field;
  onChange(field: Field): void;
  index: number;
}

function FieldForm({ field, onChange, index }: FieldFormProps) {
  const nth = t("value {number}", { number: index + 1 });
  return (
    <Stack gap={6}>
      <Group gap={6} grow wrap="nowrap">
        <VariableNameField
          size="xs"
          aria-label={t("Variable for {nth}", { nth })}
          value={field.name}
          onChange={(name) => onChange({ ...field, name })}
        />
        <SelectField
          hidden
          size="xs"
          label={t("Kind of {nth}", { nth })}
          options={TYPES}
          value={field.type}
          onChange={(type) => onChange({ ...field, type })}
        />
      </Group>
      <TextInput
        size="xs"
        aria-label={t("What to look for as {nth}", { nth })}
        placeholder={t("What to look for, for the model")}
        maxLength={MAX_DESCRIPTION_CHARS}
        value={field.description ?? ""}
        onChange={(event) => onChange(withOptional(field, "description", event.currentTarget.value))}
      />
      <Checkbox
        size="xs"
        label={t("Needed: without it, “Something is missing” is taken")}
        checked={field.required}
        onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
      />
    </Stack>
  );
}
