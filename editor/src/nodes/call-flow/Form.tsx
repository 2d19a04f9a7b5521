/** Which flow runs, what it gets and what it gives back. */
import { Input } from "@mantine/core";
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
        <Input.Label>Take from it</Input.Label>
        <Input.Description mb={6}>Its variables, and what they are called here.</Input.Description>
        <ItemList
          items={data.outputs}
          onChange={(outputs) => onChange({ ...data, outputs })}
          add={data.outputs.length < MAX_PAIRS ? () => ({ from: "answer", to: "answer" }) : undefined}
          addLabel="Take a value"
          itemName="result"
        >
          {(output, change, i) => (
            <PairFields
              between="→"
              left={{
                label: `Result ${i + 1}`,
                value: output.from,
                set: (from) => change({ ...output, from: variableName(from) }),
              }}
              right={{
                label: `Result ${i + 1} is called here`,
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
