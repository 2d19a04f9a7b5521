/** What is set, and to what. */
import { Group, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { ItemList } from "../fields/ItemList.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField, variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { type Assignment, isOperation, OPERATION_OPTIONS, OPERATIONS, TYPE_OPTIONS } from "./set-words.ts";

/** As in the format. */
const MAX_ASSIGNMENTS = 30;
const EMPTY: Assignment = { target: "variable", name: "", operation: "set", value: "", as: "text" };

export function Form({ data, onChange }: FormProps<NodeData<"set">>) {
  return (
    <ItemList
      items={data.assignments}
      onChange={(assignments) => onChange({ ...data, assignments })}
      add={data.assignments.length < MAX_ASSIGNMENTS ? () => EMPTY : undefined}
      addLabel="Set another value"
      itemName="value"
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
          { value: "variable", label: "In this flow" },
          { value: "contact", label: "On the contact" },
        ]}
        value={target}
        onChange={(next) => onChange({ ...assignment, target: next === "contact" ? "contact" : "variable" })}
      />
      <TargetName {...{ assignment, onChange }} />
      <OperationFields {...{ assignment, onChange }} />
      {words.value !== undefined && (
        <TemplateField
          label={words.value}
          minRows={1}
          value={value}
          {...(words.placeholder && { placeholder: words.placeholder })}
          {...(words.description && { description: words.description })}
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
        aria-label={`What happens to ${name}`}
        data={OPERATION_OPTIONS}
        value={operation}
        allowDeselect={false}
        searchable
        maxDropdownHeight={320}
        onChange={(next) => isOperation(next) && onChange({ ...assignment, operation: next })}
      />
      {OPERATIONS[operation].typed && (
        <Select
          size="xs"
          aria-label={`Type of ${name}`}
          data={TYPE_OPTIONS}
          value={as}
          allowDeselect={false}
          onChange={(next) => {
            const type = TYPE_OPTIONS.find((option) => option.value === next);
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
    <VariableNameField size="xs" aria-label="Variable" value={assignment.name} error={error} onChange={set} />
  ) : (
    <TextInput
      size="xs"
      aria-label="Field of the contact"
      placeholder="field of the contact, as city"
      maxLength={64}
      value={assignment.name}
      error={error}
      onChange={(event) => set(variableName(event.currentTarget.value))}
    />
  );
}
