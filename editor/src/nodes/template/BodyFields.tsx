/** What fills in the variables of a template's body, in their order or by their names. */
import { Input } from "@mantine/core";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { PairFields } from "../fields/PairFields.tsx";
import type { NodeData } from "../node-ui.ts";

type Body = NodeData<"template">["body"];

/** As in the format. */
const MAX = 100;

export function BodyFields({ body, onChange }: { body: Body; onChange(body: Body): void }) {
  return (
    <div>
      <Input.Label mb={4}>Variables of the text</Input.Label>
      <ItemList
        items={body}
        onChange={onChange}
        add={body.length < MAX ? () => ({ text: "" }) : undefined}
        addLabel="Add a variable"
        itemName="variable"
      >
        {(parameter, change, i) => (
          <PairFields
            left={{
              label: `Name of variable ${i + 1}`,
              placeholder: `{{${i + 1}}}, or its name`,
              value: parameter.name ?? "",
              set: (name) => change(withOptional(parameter, "name", name)),
            }}
            right={{
              label: `Value of variable ${i + 1}`,
              placeholder: "{{ contact.name }}",
              value: parameter.text,
              set: (text) => change({ ...parameter, text }),
            }}
          />
        )}
      </ItemList>
    </div>
  );
}
