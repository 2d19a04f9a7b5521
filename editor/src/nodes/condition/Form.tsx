/** The rules of a condition. */
import type { Rule } from "@hilo/flow-engine";
import { SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { ItemList } from "../fields/ItemList.tsx";
import { asksTags, isOperator, needsRight, OPERATOR_OPTIONS } from "../fields/operators.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_RULES = 30;
const NEW_RULE: Rule = { left: "", operator: "equals", right: "" };

export function Form({ data, onChange }: FormProps<NodeData<"condition">>) {
  return (
    <>
      {data.rules.length > 1 && (
        <SegmentedControl
          fullWidth
          data={[
            { value: "all", label: "All of these hold" },
            { value: "any", label: "Any of these holds" },
          ]}
          value={data.match}
          onChange={(value) => onChange({ ...data, match: value === "any" ? "any" : "all" })}
        />
      )}
      <ItemList
        items={data.rules}
        onChange={(rules) => onChange({ ...data, rules })}
        add={data.rules.length < MAX_RULES ? () => NEW_RULE : undefined}
        addLabel="Add a rule"
        itemName="rule"
        min={1}
        framed
      >
        {(rule, change, i) => <RuleForm rule={rule} onChange={change} index={i} />}
      </ItemList>
    </>
  );
}

function RuleForm({ rule, onChange, index }: { rule: Rule; onChange(rule: Rule): void; index: number }) {
  return (
    <Stack gap={6}>
      {!asksTags(rule.operator) && (
        <VariableNameField
          reads
          size="xs"
          aria-label={`What rule ${index + 1} looks at`}
          value={rule.left}
          onChange={(left) => onChange({ ...rule, left })}
        />
      )}
      <Select
        size="xs"
        aria-label={`Comparison of rule ${index + 1}`}
        data={OPERATOR_OPTIONS}
        value={rule.operator}
        allowDeselect={false}
        searchable
        onChange={(value) => isOperator(value) && onChange({ ...rule, operator: value })}
      />
      {needsRight(rule.operator) && (
        <TextInput
          size="xs"
          aria-label={`Value of rule ${index + 1}`}
          placeholder={asksTags(rule.operator) ? "tag" : "value or {{ variable }}"}
          maxLength={500}
          value={rule.right}
          onChange={(event) => onChange({ ...rule, right: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
