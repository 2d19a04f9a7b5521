/** The list that is gone through, and what its items are called. */

import { NumberInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_ROUNDS = 100;

export function Form({ data, onChange }: FormProps<NodeData<"for-each">>) {
  return (
    <>
      <TemplateField
        label={t("List")}
        minRows={1}
        placeholder="order.items"
        description={t(
          "A variable that holds a list. What follows “Each item” leads back to this step; then the next item has its turn.",
        )}
        value={data.list}
        onChange={(list) => onChange({ ...data, list })}
      />
      <VariableNameField
        label={t("Call each item")}
        value={data.itemAs}
        error={data.itemAs === "" && t("Give it a name.")}
        onChange={(itemAs) => onChange({ ...data, itemAs })}
      />
      <VariableNameField
        label={t("Call its number")}
        description={t("1 for the first item; only if you need it.")}
        value={data.indexAs ?? ""}
        onChange={(indexAs) => onChange(withOptional(data, "indexAs", indexAs))}
      />
      <NumberInput
        label={t("Items at most")}
        min={1}
        max={MAX_ROUNDS}
        w={200}
        value={data.max}
        onChange={(max) => typeof max === "number" && onChange({ ...data, max: Math.round(max) })}
      />
    </>
  );
}
