/** What about. */

import { t } from "../../i18n/t.ts";
import { withOptional } from "../fields/optional.ts";
import { TopicField } from "../fields/TopicField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

export function Form({ data, onChange }: FormProps<NodeData<"opt-out">>) {
  return (
    <TopicField
      description={t("Without one: everything. No flow and no broadcast writes any more.")}
      value={data.topic}
      onChange={(topic) => onChange(withOptional(data, "topic", topic))}
    />
  );
}
