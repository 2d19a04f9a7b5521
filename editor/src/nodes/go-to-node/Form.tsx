/** Which step goes on. */

import { Select } from "@mantine/core";
import { useDocument } from "../../canvas/flow-context.tsx";
import { t } from "../../i18n/t.ts";
import type { FormProps, NodeData } from "../node-ui.ts";
import { stepChoices } from "./step-choices.ts";

export function Form({ nodeId, data, onChange }: FormProps<NodeData<"go-to-node">>) {
  const choices = stepChoices(useDocument(), nodeId);
  const chosen = choices.some(({ value }) => value === data.node);
  return (
    <Select
      label={t("Step")}
      placeholder={t("Choose where to go on")}
      searchable
      nothingFoundMessage={t("No step is called that")}
      data={choices}
      value={chosen ? data.node : null}
      error={!chosen && (data.node === "" ? t("Choose a step.") : t("That step is gone. Choose another."))}
      onChange={(node) => onChange({ ...data, node: node ?? "" })}
    />
  );
}
