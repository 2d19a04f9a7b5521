/** What is set, and to what. */

import { Group, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField, variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { type Assignment, isOperation, OPERATIONS, operationOptions, typeOptions } from "./set-words.ts";

/** As in the format. */
const MAX_ASSIGNMENTS = 30;
const EMPTY: Assignment = { target: "variable", name: "", operation: "set", value: "", as: "text" };

export function Form({ data, onChange }: FormProps<NodeData<"set">>) {
  return (
    <ItemList
      items={data.assignments}
      onChange={(assignments) => onChange({ ...data, assignments })}
      add={data.assignments.length < MAX_ASSIGNMENTS ? () => EMPTY : undefined}
      addLabel={t("Set another value")}
      itemName={t("value")}
      min={1}
      framed
    >
      {(assignment, change) => <AssignmentForm assignment={assignment} onChange={change} />}
    </ItemList>
  );
}

interface AssignmentFormProps {
  assignment: Assignment;
  onChange(assignment: Assignment): void;
}

function AssignmentForm({ assignment, onChange }: AssignmentFormProps) {
  const { target, operation, value } = assignment;
  const words = OPERATIONS[operation];
  return (
    <Stack gap={8}>
      <SegmentedControl
        size="xs"
        fullWidth
        data={[
          { value: "variable", label: t("In this flow") },
          { value: "contact", label: t("On the contact") },
        ]}
        value={target}
        onChange={(next) => onChange({ ...assignment, target: next === "contact" ? "contact" : "variable" })}
      />
      <TargetName {...{ assignment, onChange }} />
      <OperationFields {...{ assignment, onChange }} />
      {words.label !== undefined && (
        <TemplateField
          label={t(words.label)}
          minRows={1}
          value={value}
          {...(words.placeholder && { placeholder: t(words.placeholder) })}
          {...(words.description && { description: t(words.description) })}
          onChange={(next) => onChange({ ...assignment, value: next })}
        />
      )}
    </Stack>
  );
}

function OperationFields({ assignment, onChange }: AssignmentFormProps) {
  const { name, operation, as } = assignment;
  return (
    <Group gap={6} grow wrap="nowrap">
      <Select
        size="xs"
        aria-label={t("What happens to {name}", { name })}
        data={operationOptions()}
        value={operation}
        allowDeselect={false}
        searchable
        maxDropdownHeight={320}
        onChange={(next) => isOperation(next) && onChange({ ...assignment, operation: next })}
      />
      {OPERATIONS[operation].typed && (
        <Select
          size="xs"
          aria-label={t("Type of {name}", { name })}
          data={typeOptions()}
          value={as}
          allowDeselect={false}
          onChange={(next) => {
            const type = typeOptions().find((option) => option.value === next);
            if (type) onChange({ ...assignment, as: type.value });
          }}
        />
      )}
    </Group>
  );
}

function TargetName({ assignment, onChange }: AssignmentFormProps) {
  const error = assignment.name === "" && "Give it a name.";
  const set = (name: string) => onChange({ ...assignment, name });
  return assignment.target === "variable" ? (
    <VariableNameField
      size="xs"
      aria-label={t("Variable")}
      value={assignment.name}
      error={error}
      onChange={set}
    />
  ) : (
    <TextInput
      size="xs"
      aria-label={t("Field of the contact")}
      placeholder={t("field of the contact, as city")}
      maxLength={64}
      value={assignment.name}
      error={error}
      onChange={(event) => set(variableName(event.currentTarget.value))}
    />
  );
}
