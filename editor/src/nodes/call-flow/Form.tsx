/** Which flow runs, what it gets and what it gives back. */

import { Input } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { FlowField } from "../fields/FlowField.tsx";
import { FlowInputs } from "../fields/FlowInputs.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { PairFields } from "../fields/PairFields.tsx";
import { variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_PAIRS = 30;

export function Form({ data, onChange }: FormProps<NodeData<"call-flow">>) {
  return (
    <>
      <FlowField value={data.flow} onChange={(flow) => onChange({ ...data, flow })} />
      <FlowInputs inputs={data.inputs} onChange={(inputs) => onChange({ ...data, inputs })} />
      <div>
        <Input.Label>{t("Take from it")}</Input.Label>
        <Input.Description mb={6}>{t("Its variables, and what they are called here.")}</Input.Description>
        <ItemList
          items={data.outputs}
          onChange={(outputs) => onChange({ ...data, outputs })}
          add={data.outputs.length < MAX_PAIRS ? () => ({ from: "answer", to: "answer" }) : undefined}
          addLabel={t("Take a value")}
          itemName={t("result")}
        >
          {(output, change, i) => (
            <PairFields
              between="→"
              left={{
                label: t("Result {number}", { number: i + 1 }),
                value: output.from,
                set: (from) => change({ ...output, from: variableName(from) }),
              }}
              right={{
                label: t("Result {number} is called here", { number: i + 1 }),
                value: output.to,
                set: (to) => change({ ...output, to: variableName(to) }),
              }}
            />
          )}
        </ItemList>
      </div>
    </>
  );
}
