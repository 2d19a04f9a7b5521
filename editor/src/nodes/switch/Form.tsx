/** The value a switch looks at, and its cases. */

import { Group, Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { OperatorSelect } from "../fields/OperatorSelect.tsx";
import { CASE_OPERATOR_GROUPS, needsRight, rightPlaceholder } from "../fields/operators.ts";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_CASES = 50;
type Case = NodeData<"switch">["cases"][number];

export function Form({ data, onChange, nextOption }: FormProps<NodeData<"switch">>) {
  return (
    <>
      <VariableNameField
        reads
        label={t("Look at")}
        value={data.value}
        error={data.value === "" && t("Choose what to look at.")}
        onChange={(value) => onChange({ ...data, value })}
      />
      <div>
        <Input.Label>{t("Cases")}</Input.Label>
        <Input.Description mb={6}>
          {t("The first that holds is taken; if none does, “Otherwise”.")}
        </Input.Description>
        <ItemList
          items={data.cases}
          onChange={(cases) => onChange({ ...data, cases })}
          add={data.cases.length < MAX_CASES ? () => newCase(nextOption) : undefined}
          addLabel={t("Add a case")}
          itemName={t("case")}
          min={1}
          keyOf={(item) => item.id}
          framed
        >
          {(item, change, i) => <CaseForm item={item} onChange={change} index={i} />}
        </ItemList>
      </div>
    </>
  );
}

function newCase(number: number): Case {
  return { id: `case-${number}`, operator: "equals", right: "" };
}

function CaseForm({ item, onChange, index }: { item: Case; onChange(item: Case): void; index: number }) {
  return (
    <Stack gap={6}>
      <Group gap={6} grow wrap="nowrap">
        <OperatorSelect
          label={t("Comparison of case {number}", { number: index + 1 })}
          groups={CASE_OPERATOR_GROUPS}
          value={item.operator}
          onChange={(operator) => onChange({ ...item, operator })}
        />
        {needsRight(item.operator) && (
          <TextInput
            size="xs"
            aria-label={t("Value of case {number}", { number: index + 1 })}
            placeholder={rightPlaceholder(item.operator)}
            maxLength={500}
            value={item.right}
            onChange={(event) => onChange({ ...item, right: event.currentTarget.value })}
          />
        )}
      </Group>
      <TextInput
        size="xs"
        aria-label={t("Name of case {number}", { number: index + 1 })}
        placeholder={t("Name on the canvas, if you like")}
        maxLength={80}
        value={item.label ?? ""}
        onChange={(event) => onChange(withOptional(item, "label", event.currentTarget.value))}
      />
    </Stack>
  );
}
