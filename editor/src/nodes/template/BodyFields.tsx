/** What fills in the variables of a template's body, in their order or by their names. */

import { Input } from "@mantine/core";
import { t } from "../../i18n/t.ts";
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
      <Input.Label mb={4}>{t("Variables of the text")}</Input.Label>
      <ItemList
        items={body}
        onChange={onChange}
        add={body.length < MAX ? () => ({ text: "" }) : undefined}
        addLabel={t("Add a variable")}
        itemName={t("variable")}
      >
        {(parameter, change, i) => (
          <PairFields
            left={{
              label: t("Name of variable {number}", { number: i + 1 }),
              placeholder: t("{{{number}}}, or its name", { number: i + 1 }),
              value: parameter.name ?? "",
              set: (name) => change(withOptional(parameter, "name", name)),
            }}
            right={{
              label: t("Value of variable {number}", { number: i + 1 }),
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
