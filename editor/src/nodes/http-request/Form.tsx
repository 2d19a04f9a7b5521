/** The call: address, headers, body, and what to keep of the answer. */
import { Group, NumberInput, Select, TextInput } from "@mantine/core";
import { ItemList } from "../fields/ItemList.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { PairFields } from "../fields/PairFields.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField, variableName } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

type HttpData = NodeData<"http-request">;
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
/** As in the format. */
const MAX_PAIRS = 30;

export function Form({ data, onChange }: FormProps<HttpData>) {
  return (
    <>
      <Select
        label="Method"
        data={[...METHODS]}
        value={data.method}
        allowDeselect={false}
        w={130}
        onChange={(value) => {
          const method = METHODS.find((candidate) => candidate === value);
          if (method) onChange({ ...data, method });
        }}
      />
      <TemplateField
        label="Address"
        minRows={1}
        placeholder="https://api.example.org/orders/{{ order }}"
        value={data.url}
        onChange={(url) => onChange({ ...data, url })}
      />
      {data.method !== "GET" && (
        <TemplateField
          label="Body"
          mono
          minRows={3}
          placeholder='{ "name": "{{ contact.name }}" }'
          description="Sent as JSON; what variables fill in is made safe for it."
          value={data.body ?? ""}
          onChange={(body) => onChange(withOptional(data, "body", body))}
        />
      )}
      <SaveFields data={data} onChange={onChange} />
      <MoreFields title="Headers and secret" used={data.headers.length > 0 || data.auth !== undefined}>
        <ItemList
          items={data.headers}
          onChange={(headers) => onChange({ ...data, headers })}
          add={data.headers.length < MAX_PAIRS ? () => ({ name: "X-Header", value: "" }) : undefined}
          addLabel="Add a header"
          itemName="header"
        >
          {(header, change, i) => (
            <PairFields
              left={{
                label: `Name of header ${i + 1}`,
                value: header.name,
                set: (name) => change({ ...header, name }),
              }}
              right={{
                label: `Value of header ${i + 1}`,
                value: header.value,
                set: (value) => change({ ...header, value }),
              }}
            />
          )}
        </ItemList>
        <TextInput
          label="Secret"
          description="Name of a stored secret, sent as a bearer token. Its value never shows up in flows."
          maxLength={64}
          value={data.auth?.secret ?? ""}
          onChange={(event) => onChange(withOptional(data, "auth", bearer(event.currentTarget.value.trim())))}
        />
      </MoreFields>
      <MoreFields title="Time and tries" used={false}>
        <TimeFields data={data} onChange={onChange} />
      </MoreFields>
    </>
  );
}

const bearer = (secret: string) => (secret === "" ? undefined : ({ kind: "bearer", secret } as const));

type PartProps = Pick<FormProps<HttpData>, "data" | "onChange">;

function SaveFields({ data, onChange }: PartProps) {
  return (
    <div>
      <ItemList
        items={data.save}
        onChange={(save) => onChange({ ...data, save })}
        add={data.save.length < MAX_PAIRS ? () => ({ path: "", name: "result" }) : undefined}
        addLabel="Keep a part of the answer"
        itemName="part"
      >
        {(part, change, i) => (
          <PairFields
            between="→"
            left={{
              label: `Path of part ${i + 1}`,
              placeholder: "items.0.name; empty: all",
              value: part.path,
              set: (path) => change({ ...part, path }),
            }}
            right={{
              label: `Variable for part ${i + 1}`,
              value: part.name,
              set: (name) => change({ ...part, name: variableName(name) }),
            }}
          />
        )}
      </ItemList>
    </div>
  );
}

function TimeFields({ data, onChange }: PartProps) {
  return (
    <>
      <Group grow>
        <NumberInput
          label="Give up after"
          suffix=" s"
          min={1}
          max={30}
          value={data.timeoutSeconds}
          onChange={(value) =>
            typeof value === "number" && onChange({ ...data, timeoutSeconds: Math.round(value) })
          }
        />
        <NumberInput
          label="Further tries"
          min={0}
          max={5}
          value={data.retries}
          onChange={(value) => typeof value === "number" && onChange({ ...data, retries: Math.round(value) })}
        />
      </Group>
      <VariableNameField
        label="Keep the HTTP status as"
        value={data.saveStatusAs ?? ""}
        onChange={(name) => onChange(withOptional(data, "saveStatusAs", name))}
      />
    </>
  );
}
