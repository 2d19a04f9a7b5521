/** What is written down. */
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_CHARS = 4_000;

export function Form({ data, onChange }: FormProps<NodeData<"note">>) {
  return (
    <TemplateField
      label="Note"
      placeholder="Asked for {{ product }} twice"
      description="Customers never see it."
      limit={MAX_CHARS}
      value={data.text}
      onChange={(text) => onChange({ ...data, text })}
    />
  );
}
