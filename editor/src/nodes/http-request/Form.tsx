/** The call: address, body, what to keep of the answer, and what follows a failure. */
import { Input, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ErrorPolicyFields } from "../fields/ErrorPolicyFields.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { NameValueList } from "../fields/NameValueList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SavedPartsField } from "../fields/SavedPartsField.tsx";
import { SecretField } from "../fields/SecretField.tsx";
import { SelectField } from "../fields/SelectField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { TryRequest } from "./TryRequest.tsx";

type HttpData = NodeData<"http-request">;
type PartProps = Pick<FormProps<HttpData>, "data" | "onChange">;

const METHODS = { GET: "GET", POST: "POST", PUT: "PUT", PATCH: "PATCH", DELETE: "DELETE" } as const;
// t:
const BODY_KINDS = {
  json: "JSON",
  form: "a form",
  text: "plain text",
} as const;
/** As in the format. */
const MAX_HEADERS = 30;
const MAX_FORM_FIELDS = 50;

export function Form({ nodeId, data, onChange }: FormProps<HttpData>) {
  return (
    <>
      <SelectField
        label={t("Method")}
        w={130}
        options={METHODS}
        value={data.method}
        onChange={(method) => onChange({ ...data, method })}
      />
      <TemplateField
        label={t("Address")}
        minRows={1}
        placeholder="https://api.example.org/orders/{{ order }}"
        value={data.url}
        onChange={(url) => onChange({ ...data, url })}
      />
      {data.method !== "GET" && <BodyFields data={data} onChange={onChange} />}
      <SavedPartsField
        addLabel={t("Keep a part of the answer")}
        save={data.save}
        onChange={(save) => onChange({ ...data, save })}
      />
      <MoreFields title={t("Headers and secret")} used={data.headers.length > 0 || data.auth !== undefined}>
        <NameValueList
          items={data.headers}
          onChange={(headers) => onChange({ ...data, headers })}
          max={MAX_HEADERS}
          itemName={t("header")}
          addLabel={t("Add a header")}
          newName="X-Header"
        />
        <AuthFields data={data} onChange={onChange} />
        <VariableNameField
          label={t("Keep the HTTP status as")}
          value={data.saveStatusAs ?? ""}
          onChange={(name) => onChange(withOptional(data, "saveStatusAs", name))}
        />
      </MoreFields>
      <ErrorPolicyFields data={data} onChange={onChange} />
      <TryRequest nodeId={nodeId} data={data} onSave={(save) => onChange({ ...data, save })} />
    </>
  );
}

function BodyFields({ data, onChange }: PartProps) {
  return (
    <>
      <SelectField
        label={t("What is sent")}
        w={160}
        options={BODY_KINDS}
        value={data.bodyKind}
        onChange={(bodyKind) => onChange({ ...data, bodyKind })}
      />
      {data.bodyKind === "form" ? (
        <div>
          <Input.Label mb={4}>{t("Fields of the form")}</Input.Label>
          <NameValueList
            items={data.form}
            onChange={(form) => onChange({ ...data, form })}
            max={MAX_FORM_FIELDS}
            itemName={t("field")}
            addLabel={t("Add a field")}
            newName={t("name")}
          />
        </div>
      ) : (
        <TemplateField
          label={t("Body")}
          mono
          minRows={3}
          {...(data.bodyKind === "json" && {
            placeholder: t('{ "name": "{{ contact.name }}" }'),
            description: t("What variables fill in is made safe for JSON."),
          })}
          value={data.body ?? ""}
          onChange={(body) => onChange(withOptional(data, "body", body))}
        />
      )}
    </>
  );
}

// t:
const AUTH_KINDS = {
  none: "nothing",
  bearer: "a bearer token",
  basic: "user and password",
  header: "a header of its own",
} as const;

const USUAL_HEADER = "X-Api-Key";

type Auth = NonNullable<HttpData["auth"]>;

function AuthFields({ data, onChange }: PartProps) {
  const { auth } = data;
  const set = (next: Auth | undefined) => onChange(withOptional(data, "auth", next));
  return (
    <>
      <SelectField
        label={t("Show who is calling by")}
        options={AUTH_KINDS}
        value={auth?.kind ?? "none"}
        onChange={(kind) => set(kind === "none" ? undefined : authOf(kind, auth?.secret ?? ""))}
      />
      {auth?.kind === "header" && (
        <TextInput
          label={t("Name of that header")}
          placeholder={USUAL_HEADER}
          maxLength={100}
          value={auth.name}
          onChange={(event) => set({ ...auth, name: event.currentTarget.value })}
        />
      )}
      {auth && (
        <SecretField
          description={auth.kind === "basic" ? t("Holds user:password.") : t("Holds the key.")}
          value={auth.secret}
          onChange={(secret = "") => set({ ...auth, secret })}
        />
      )}
    </>
  );
}

function authOf(kind: Auth["kind"], secret: string): Auth {
  return kind === "header" ? { kind, name: USUAL_HEADER, secret } : { kind, secret };
}
