/** Who gets the conversation. */

import { Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AssigneeFields } from "../fields/AssigneeFields.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

export function Form({ data, onChange }: FormProps<NodeData<"assign">>) {
  return (
    <>
      <AssigneeFields label={t("Give it to")} value={data.to} onChange={(to) => onChange({ ...data, to })} />
      <Text size="sm" c="dimmed">
        {t("The bot goes on. To let a person take over, use “Hand over”.")}
      </Text>
    </>
  );
}
