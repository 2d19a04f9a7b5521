/** What is written down. */
import { t } from "../../i18n/t.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_CHARS = 4_000;

export function Form({ data, onChange }: FormProps<NodeData<"note">>) {
  return (
    <TemplateField
      label={t("Note")}
      placeholder={t("Asked for {{ product }} twice")}
      description={t("Customers never see it.")}
      limit={MAX_CHARS}
      value={data.text}
      onChange={(text) => onChange({ ...data, text })}
    />
  );
}
