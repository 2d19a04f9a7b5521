/** What is counted, what it is worth, and details. */

import { TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { MoreFields } from "../fields/MoreFields.tsx";
import { NameValueList } from "../fields/NameValueList.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format. */
const MAX_EVENT_CHARS = 80;
const MAX_PROPERTIES = 30;

export function Form({ data, onChange }: FormProps<NodeData<"track">>) {
  return (
    <>
      <TextInput
        label={t("What happened")}
        description={t("The same name is counted together.")}
        placeholder={t("sale")}
        maxLength={MAX_EVENT_CHARS}
        value={data.event}
        onChange={(event) => onChange({ ...data, event: event.currentTarget.value })}
      />
      <TemplateField
        label={t("What it is worth")}
        description={t("Added up when it is a number.")}
        placeholder="{{ order.total }}"
        minRows={1}
        value={data.value ?? ""}
        onChange={(value) => onChange(withOptional(data, "value", value))}
      />
      <MoreFields title={t("Details")} used={data.properties.length > 0}>
        <NameValueList
          items={data.properties}
          onChange={(properties) => onChange({ ...data, properties })}
          max={MAX_PROPERTIES}
          itemName={t("detail")}
          addLabel={t("Add a detail")}
          newName="product"
        />
      </MoreFields>
    </>
  );
}
