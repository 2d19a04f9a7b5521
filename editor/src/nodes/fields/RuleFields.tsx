/** One rule: what it looks at, how it compares, and with what. Only what the comparison needs is shown. */
import { NOW_OPERATORS, type Rule } from "@hilo/flow-engine";
import { Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { OperatorSelect } from "./OperatorSelect.tsx";
import { asksTags, needsRight, OPERATOR_GROUPS, rightPlaceholder } from "./operators.ts";
import { VariableNameField } from "./VariableNameField.tsx";

interface RuleFieldsProps {
  rule: Rule;
  onChange(rule: Rule): void;
  /** How it is called: "rule 2". */
  name: string;
}

export function RuleFields({ rule, onChange, name }: RuleFieldsProps) {
  const { left, operator, right } = rule;
  return (
    <Stack gap={6}>
      {!asksTags(operator) && (
        <VariableNameField
          reads
          size="xs"
          aria-label={t("What {name} looks at", { name })}
          {...(NOW_OPERATORS.has(operator) && { placeholder: t("now, or a date") })}
          value={left}
          onChange={(next) => onChange({ ...rule, left: next })}
        />
      )}
      <OperatorSelect
        label={t("Comparison of {name}", { name })}
        groups={OPERATOR_GROUPS}
        value={operator}
        onChange={(next) => onChange({ ...rule, operator: next })}
      />
      {needsRight(operator) && (
        <TextInput
          size="xs"
          aria-label={t("Value of {name}", { name })}
          placeholder={rightPlaceholder(operator)}
          maxLength={500}
          value={right}
          onChange={(event) => onChange({ ...rule, right: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
