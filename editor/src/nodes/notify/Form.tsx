/** How somebody is told, where, and what. */

import { Input, SegmentedControl, Switch, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ErrorPolicyFields } from "../fields/ErrorPolicyFields.tsx";
import { NameValueList } from "../fields/NameValueList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SecretField } from "../fields/SecretField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { WAYS } from "./ways.ts";

type Data = NodeData<"notify">;
type PartProps = Pick<FormProps<Data>, "data" | "onChange">;

/** As in the format. */
const MAX_DATA = 50;
const ORDER = ["email", "chat", "webhook"] as const;

export function Form({ data, onChange }: FormProps<Data>) {
  return (
    <>
      <SegmentedControl
        fullWidth
        data={ORDER.map((value) => ({ value, label: t(WAYS[value]) }))}
        value={data.by}
        onChange={(by) => onChange({ ...data, by })}
      />
      <ToFields data={data} onChange={onChange} />
      <TemplateField
        label={data.by === "webhook" ? t("Text, when no fields are posted") : t("Text")}
        placeholder={t("{{ contact.name }} needs help")}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      {data.by === "webhook" && (
        <div>
          <Input.Label mb={4}>{t("Fields to post as JSON")}</Input.Label>
          <NameValueList
            items={data.data}
            onChange={(fields) => onChange({ ...data, data: fields })}
            max={MAX_DATA}
            itemName={t("field")}
            addLabel={t("Add a field")}
            newName="name"
          />
        </div>
      )}
      <Switch
        label={t("Wait until it is told")}
        description={t("Else the flow goes on at once, and never learns of a failure.")}
        checked={data.waitForResult}
        onChange={(event) => onChange({ ...data, waitForResult: event.currentTarget.checked })}
      />
      {data.waitForResult && <ErrorPolicyFields data={data} onChange={onChange} />}
    </>
  );
}

function ToFields({ data, onChange }: PartProps) {
  if (data.by === "email")
    return (
      <>
        <TemplateField
          label={t("To")}
          description={t("E-mail addresses, separated by commas.")}
          placeholder="sales@example.org"
          minRows={1}
          value={data.to}
          onChange={(to) => onChange({ ...data, to })}
        />
        <TextInput
          label={t("Subject")}
          placeholder={t("New lead: {{ contact.name }}")}
          maxLength={500}
          value={data.subject}
          onChange={(event) => onChange({ ...data, subject: event.currentTarget.value })}
        />
      </>
    );
  return (
    <>
      <SecretField
        label={t("Address from a secret")}
        description={t(
          "A stored secret that holds the address to post to: such addresses are keys to the chat.",
        )}
        value={data.secret}
        onChange={(secret) => onChange(withOptional(data, "secret", secret))}
      />
      {data.secret === undefined && (
        <TemplateField
          label={t("Or the address itself")}
          placeholder="https://example.org/hooks/lead"
          minRows={1}
          value={data.to}
          onChange={(to) => onChange({ ...data, to })}
        />
      )}
    </>
  );
}
