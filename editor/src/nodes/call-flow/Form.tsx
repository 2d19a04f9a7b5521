/** Which flow runs, what it gets and what it gives back. */
import { Autocomplete, Input } from "@mantine/core";
import { ItemList } from "../fields/ItemList.tsx";
import { PairFields } from "../fields/PairFields.tsx";
import { variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { useFlowChoices } from "./use-flow-choices.ts";

/** As in the format. */
const MAX_PAIRS = 30;

export function Form({ data, onChange }: FormProps<NodeData<"call-flow">>) {
  const choices = useFlowChoices();
  const shown = choices.find(({ value }) => value === data.flow)?.label ?? data.flow;
  const names = [...new Set(choices.map(({ label }) => label))];
  return (
    <>
      <Autocomplete
        label="Flow"
        placeholder="Choose a published flow"
        data={names}
        value={shown}
        maxLength={120}
        error={data.flow === "" && "Choose a flow."}
        onChange={(name) => onChange({ ...data, flow: name })}
      />
      <div>
        <Input.Label>Give it</Input.Label>
        <Input.Description mb={6}>Variables it starts with, and their values.</Input.Description>
        <ItemList
          items={data.inputs}
          onChange={(inputs) => onChange({ ...data, inputs })}
          add={data.inputs.length < MAX_PAIRS ? () => ({ name: "value", value: "" }) : undefined}
          addLabel="Give a value"
          itemName="value"
        >
          {(input, change, i) => (
            <PairFields
              between="="
              left={{
                label: `Name of value ${i + 1}`,
                value: input.name,
                set: (name) => change({ ...input, name: variableName(name) }),
              }}
              right={{
                label: `Value ${i + 1}`,
                placeholder: "{{ answer }}",
                value: input.value,
                set: (value) => change({ ...input, value }),
              }}
            />
          )}
        </ItemList>
      </div>
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
