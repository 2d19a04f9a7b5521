/** Which form is opened, what it begins with, and what is kept of it. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input, Switch, TextInput } from "@mantine/core";
import { IconForms } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { CountedInput } from "../fields/CountedInput.tsx";
import { HeaderAndFooter } from "../fields/HeaderAndFooter.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { NameValueList } from "../fields/NameValueList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SavedPartsField } from "../fields/SavedPartsField.tsx";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble, BubbleHeader } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";

const LIMITS = CHANNEL_LIMITS.whatsapp.form;
/** As in the format. */
const MAX_FIELDS = 50;
type WhatsappFormData = NodeData<"whatsapp-form">;
type PartProps = Pick<FormProps<WhatsappFormData>, "data" | "onChange">;

export function Form({ data, onChange }: FormProps<WhatsappFormData>) {
  return (
    <>
      <MessageField
        label={t("Message")}
        placeholder={t("Tell us where to deliver.")}
        beside="form"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <CountedInput
        label={t("Button that opens the form")}
        placeholder={t("Fill in")}
        limit={LIMITS.button}
        value={data.button}
        onChange={(button) => onChange({ ...data, button })}
      />
      <TextInput
        label={t("Form")}
        description={t("Its id in WhatsApp Manager, under Flows.")}
        placeholder="1234567890"
        maxLength={200}
        value={data.formId}
        onChange={(event) => onChange({ ...data, formId: event.currentTarget.value })}
      />
      <KeptFields data={data} onChange={onChange} />
      <BeginningFields data={data} onChange={onChange} />
      <HeaderAndFooter data={data} onChange={onChange} limit={LIMITS.footer}>
        <CountedInput
          label={t("Header")}
          limit={LIMITS.header}
          value={data.header ?? ""}
          onChange={(header) => onChange(withOptional(data, "header", header))}
        />
      </HeaderAndFooter>
      <AnswerFields data={data} onChange={onChange} beside="form" title={t("Other words or no answer")} />
      <Phone>
        <Bubble
          text={data.text}
          above={data.header && <BubbleHeader text={data.header} />}
          footer={data.footer}
        />
        <PhoneButton icon={<IconForms size={15} />}>{data.button || "…"}</PhoneButton>
      </Phone>
    </>
  );
}

function KeptFields({ data, onChange }: PartProps) {
  return (
    <div>
      <Input.Label mb={4}>{t("What is kept")}</Input.Label>
      <SavedPartsField
        addLabel={t("Keep a field of the form")}
        save={data.save}
        onChange={(save) => onChange({ ...data, save })}
      />
      <VariableNameField
        mt="xs"
        label={t("Keep all of it as")}
        value={data.saveAs ?? ""}
        onChange={(name) => onChange(withOptional(data, "saveAs", name))}
      />
    </div>
  );
}

function BeginningFields({ data, onChange }: PartProps) {
  const used = data.screen !== undefined || data.data.length > 0 || data.draft || data.link !== undefined;
  return (
    <MoreFields title={t("How the form begins")} used={used === true}>
      <TextInput
        label={t("First screen")}
        description={t("Without it, the form decides.")}
        placeholder="ADDRESS"
        maxLength={200}
        value={data.screen ?? ""}
        onChange={(event) => onChange(withOptional(data, "screen", event.currentTarget.value))}
      />
      <div>
        <Input.Label mb={4}>{t("Filled in on the first screen")}</Input.Label>
        <NameValueList
          items={data.data}
          onChange={(items) => onChange({ ...data, data: items })}
          max={MAX_FIELDS}
          itemName={t("field")}
          addLabel={t("Fill in a field")}
          newName="name"
        />
      </div>
      <Switch
        label={t("Open the form's draft")}
        description={t("For trying a form that is not published at Meta yet.")}
        checked={data.draft ?? false}
        onChange={(event) => onChange(withOptional(data, "draft", event.currentTarget.checked || undefined))}
      />
      <TemplateField
        label={t("The same form on the web")}
        minRows={1}
        description={t("Where people are sent on platforms without such forms.")}
        value={data.link ?? ""}
        onChange={(link) => onChange(withOptional(data, "link", link))}
      />
    </MoreFields>
  );
}
