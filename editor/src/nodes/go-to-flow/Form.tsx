/** Which flow goes on, and what it gets to know. */

import { KEEP_VARIABLES } from "@hilo/flow-engine";
import { Select, TagsInput } from "@mantine/core";
import { useDocument } from "../../canvas/flow-context.tsx";
import { variablesSet } from "../../document/variables.ts";
import { t } from "../../i18n/t.ts";
import { FlowField } from "../fields/FlowField.tsx";
import { FlowInputs } from "../fields/FlowInputs.tsx";
import { variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_KEPT = 30;

const KEEP_WORDS: Record<(typeof KEEP_VARIABLES)[number], string> = {
  // t:
  all: "All variables of this flow",
  none: "None of them",
  listed: "Only these",
};

export function Form({ data, onChange }: FormProps<NodeData<"go-to-flow">>) {
  const doc = useDocument();
  return (
    <>
      <FlowField value={data.flow} onChange={(flow) => onChange({ ...data, flow })} />
      <Select
        label={t("It keeps")}
        data={KEEP_VARIABLES.map((value) => ({ value, label: t(KEEP_WORDS[value]) }))}
        value={data.keepVariables}
        allowDeselect={false}
        onChange={(next) => {
          const keepVariables = KEEP_VARIABLES.find((value) => value === next);
          if (keepVariables) onChange({ ...data, keepVariables });
        }}
      />
      {data.keepVariables === "listed" && (
        <TagsInput
          aria-label={t("Variables to keep")}
          placeholder={t("name, then Enter")}
          data={variablesSet(doc)}
          maxTags={MAX_KEPT}
          value={data.keep}
          onChange={(names) => onChange({ ...data, keep: names.map(variableName) })}
        />
      )}
      <FlowInputs inputs={data.inputs} onChange={(inputs) => onChange({ ...data, inputs })} />
    </>
  );
}
