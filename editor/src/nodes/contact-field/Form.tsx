/** The fields that are set or cleared, in order. */

import { Autocomplete, Group, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

type Data = NodeData<"contact-field">;
type Change = Data["fields"][number];

/** What every contact has; any other name is a field of the workspace's own. */
const PROFILE = ["name", "email", "language", "timeZone"];
const OPERATIONS = {
  // t:
  set: "set to",
  clear: "clear",
} as const;
const TYPES = {
  // t:
  text: "as text",
  number: "as number",
  boolean: "as yes or no",
  date: "as date",
  json: "as JSON",
} as const;

/** As in the format. */
const MAX_FIELDS = 30;
const MAX_NAME_CHARS = 64;

export function Form({ data, onChange }: FormProps<Data>) {
  return (
    <ItemList
      items={data.fields}
      onChange={(fields) => onChange({ ...data, fields })}
      add={data.fields.length < MAX_FIELDS ? newChange : undefined}
      addLabel={t("Add a field")}
      itemName={t("field")}
      min={1}
      framed
    >
      {(change, set, i) => (
        <ChangeForm change={change} onChange={set} nth={t("field {number}", { number: i + 1 })} />
      )}
    </ItemList>
  );
}

const newChange = (): Change => ({ field: "", operation: "set", as: "text", value: "" });

interface ChangeFormProps {
  change: Change;
  onChange(change: Change): void;
  nth: string;
}

function ChangeForm({ change, onChange, nth }: ChangeFormProps) {
  const { field, operation, as, value } = change;
  return (
    <Stack gap={6}>
      <Group gap={6} grow wrap="nowrap">
        <Autocomplete
          size="xs"
          aria-label={t("Name of {nth}", { nth })}
          placeholder={t("email, city, …")}
          data={PROFILE}
          maxLength={MAX_NAME_CHARS}
          value={field}
          onChange={(next) => onChange({ ...change, field: next })}
        />
        <SelectField
          hidden
          size="xs"
          label={t("What is done with {nth}", { nth })}
          options={OPERATIONS}
          value={operation}
          onChange={(next) => onChange({ ...change, operation: next })}
        />
      </Group>
      {operation === "set" && (
        <Group gap={6} wrap="nowrap" preventGrowOverflow={false} grow>
          <TextInput
            size="xs"
            aria-label={t("Value of {nth}", { nth })}
            placeholder="{{ answer }}"
            value={value}
            onChange={(event) => onChange({ ...change, value: event.currentTarget.value })}
          />
          {!PROFILE.includes(field) && (
            <SelectField
              hidden
              size="xs"
              w={120}
              label={t("Kind of {nth}", { nth })}
              options={TYPES}
              value={as}
              onChange={(next) => onChange({ ...change, as: next })}
            />
          )}
        </Group>
      )}
    </Stack>
  );
}
