/** The variables that another flow begins with: a name, a value, and what the value is. */
import type { CallFlowData } from "@hilo/flow-engine";
import { Input, Select, Stack } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "./ItemList.tsx";
import { inWords } from "./in-words.ts";
import { withOptional } from "./optional.ts";
import { PairFields } from "./PairFields.tsx";
import { variableName } from "./VariableNameField.tsx";

/** As in the format. */
const MAX_INPUTS = 30;
type FlowInput = CallFlowData["inputs"][number];

const TYPES: { value: NonNullable<FlowInput["as"]>; label: string }[] = [
  // t:
  { value: "text", label: "as a text" },
  { value: "number", label: "as a number" },
  { value: "boolean", label: "as yes or no" },
  { value: "json", label: "as data (JSON)" },
];

interface FlowInputsProps {
  inputs: FlowInput[];
  onChange(inputs: FlowInput[]): void;
}

export function FlowInputs({ inputs, onChange }: FlowInputsProps) {
  return (
    <div>
      <Input.Label>{t("Give it")}</Input.Label>
      <Input.Description mb={6}>{t("Variables it starts with, and their values.")}</Input.Description>
      <ItemList
        items={inputs}
        onChange={onChange}
        add={inputs.length < MAX_INPUTS ? () => ({ name: "value", value: "" }) : undefined}
        addLabel={t("Give a value")}
        itemName={t("value")}
      >
        {(input, change, i) => <FlowInputFields input={input} onChange={change} number={i + 1} />}
      </ItemList>
    </div>
  );
}

interface FlowInputFieldsProps {
  input: FlowInput;
  onChange(input: FlowInput): void;
  number: number;
}

function FlowInputFields({ input, onChange, number }: FlowInputFieldsProps) {
  return (
    <Stack gap={4}>
      <PairFields
        between="="
        left={{
          label: t("Name of value {number}", { number }),
          value: input.name,
          set: (name) => onChange({ ...input, name: variableName(name) }),
        }}
        right={{
          label: t("Value {number}", { number }),
          placeholder: "{{ answer }}",
          value: input.value,
          set: (value) => onChange({ ...input, value }),
        }}
      />
      <Select
        size="xs"
        aria-label={t("Type of value {number}", { number })}
        data={inWords(TYPES)}
        value={input.as ?? "text"}
        allowDeselect={false}
        onChange={(next) => {
          const type = TYPES.find(({ value }) => value === next)?.value;
          if (type) onChange(withOptional(input, "as", type === "text" ? undefined : type));
        }}
      />
    </Stack>
  );
}
