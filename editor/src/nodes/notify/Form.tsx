/** How somebody is told, where, and what. */
import { Input, SegmentedControl, Switch, TextInput } from "@mantine/core";
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
        data={ORDER.map((value) => ({ value, label: WAYS[value] }))}
        value={data.by}
        onChange={(by) => onChange({ ...data, by })}
      />
      <ToFields data={data} onChange={onChange} />
      <TemplateField
        label={data.by === "webhook" ? "Text, when no fields are posted" : "Text"}
        placeholder="{{ contact.name }} needs help"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      {data.by === "webhook" && (
        <div>
          <Input.Label mb={4}>Fields to post as JSON</Input.Label>
          <NameValueList
            items={data.data}
            onChange={(fields) => onChange({ ...data, data: fields })}
            max={MAX_DATA}
            itemName="field"
            addLabel="Add a field"
            newName="name"
          />
        </div>
      )}
      <Switch
        label="Wait until it is told"
        description="Else the flow goes on at once, and never learns of a failure."
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
          label="To"
          description="E-mail addresses, separated by commas."
          placeholder="sales@example.org"
          minRows={1}
          value={data.to}
          onChange={(to) => onChange({ ...data, to })}
        />
        <TextInput
          label="Subject"
          placeholder="New lead: {{ contact.name }}"
          maxLength={500}
          value={data.subject}
          onChange={(event) => onChange({ ...data, subject: event.currentTarget.value })}
        />
      </>
    );
  return (
    <>
      <SecretField
        label="Address from a secret"
        description="A stored secret that holds the address to post to: such addresses are keys to the chat."
        value={data.secret}
        onChange={(secret) => onChange(withOptional(data, "secret", secret))}
      />
      {data.secret === undefined && (
        <TemplateField
          label="Or the address itself"
          placeholder="https://example.org/hooks/lead"
          minRows={1}
          value={data.to}
          onChange={(to) => onChange({ ...data, to })}
        />
      )}
    </>
  );
}
