/** The text to read, and the values to find in it. */
import { Checkbox, Group, Input, Stack, TextInput } from "@mantine/core";
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
        label="Text to read"
        description="Empty: the customer's latest message."
        minRows={1}
        value={data.input}
        onChange={(input) => onChange({ ...data, input })}
      />
      <div>
        <Input.Label>Values</Input.Label>
        <Input.Description mb={6}>What is not said becomes empty.</Input.Description>
        <ItemList
          items={data.fields}
          onChange={(fields) => onChange({ ...data, fields })}
          add={data.fields.length < MAX_FIELDS ? () => newField(data.fields.length) : undefined}
          addLabel="Add a value"
          itemName="value"
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
  const nth = `value ${index + 1}`;
  return (
    <Stack gap={6}>
      <Group gap={6} grow wrap="nowrap">
        <VariableNameField
          size="xs"
          aria-label={`Variable for ${nth}`}
          value={field.name}
          onChange={(name) => onChange({ ...field, name })}
        />
        <SelectField
          hidden
          size="xs"
          label={`Kind of ${nth}`}
          options={TYPES}
          value={field.type}
          onChange={(type) => onChange({ ...field, type })}
        />
      </Group>
      <TextInput
        size="xs"
        aria-label={`What to look for as ${nth}`}
        placeholder="What to look for, for the model"
        maxLength={MAX_DESCRIPTION_CHARS}
        value={field.description ?? ""}
        onChange={(event) => onChange(withOptional(field, "description", event.currentTarget.value))}
      />
      <Checkbox
        size="xs"
        label="Needed: without it, “Something is missing” is taken"
        checked={field.required}
        onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
      />
    </Stack>
  );
}
