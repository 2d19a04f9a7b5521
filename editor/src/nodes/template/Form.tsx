/** Which template, and what fills it in. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Group, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";
import { BodyFields } from "./BodyFields.tsx";
import { ButtonFields } from "./ButtonFields.tsx";
import { fillFromTemplate } from "./fill-from-template.ts";
import { HeaderFields } from "./HeaderFields.tsx";
import { TemplatePicker } from "./TemplatePicker.tsx";

type TemplateData = NodeData<"template">;

export function Form({ data, onChange, nextOption }: FormProps<TemplateData>) {
  const waits = data.buttons.some(({ kind }) => kind === "quick-reply");
  return (
    <>
      <TemplatePicker
        name={data.name}
        language={data.language}
        onPick={(template) => onChange(fillFromTemplate(data, template, nextOption))}
      />
      <Group grow align="flex-start">
        <TextInput
          label={t("Template")}
          placeholder="order_update"
          maxLength={512}
          value={data.name}
          onChange={(event) => onChange({ ...data, name: event.currentTarget.value })}
        />
        <TextInput
          label={t("Language")}
          placeholder="es"
          maxLength={35}
          value={data.language}
          onChange={(event) => onChange({ ...data, language: event.currentTarget.value })}
        />
      </Group>
      <HeaderFields
        header={data.header}
        onChange={(header) => onChange(withOptional(data, "header", header))}
      />
      <BodyFields body={data.body} onChange={(body) => onChange({ ...data, body })} />
      <ButtonFields
        buttons={data.buttons}
        onChange={(buttons) => onChange({ ...data, buttons })}
        nextOption={nextOption}
      />
      <TemplateField
        label={t("The template's words")}
        placeholder={t("Hello {{ contact.name }}, your order {{ order }} is on its way.")}
        description={t("Shown in the inbox, and said where a platform has no templates.")}
        limit={CHANNEL_LIMITS.whatsapp.text}
        value={data.text ?? ""}
        onChange={(text) => onChange(withOptional(data, "text", text))}
      />
      {waits && <AnswerParts data={data} onChange={onChange} />}
      <Phone>
        <Bubble text={data.text ?? ""} empty={data.name || t("No template yet")} />
        {data.buttons.map((button, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: most buttons of a template have no id
          <PhoneButton key={n}>{wordsOn(button)}</PhoneButton>
        ))}
      </Phone>
    </>
  );
}

function wordsOn(button: TemplateData["buttons"][number]): string {
  if (button.kind === "quick-reply") return button.title || "…";
  return button.kind === "copy-code" ? t("Copy code") : button.label || "…";
}

function AnswerParts({ data, onChange }: Pick<FormProps<TemplateData>, "data" | "onChange">) {
  return (
    <>
      <VariableNameField
        label={t("Remember the answer as")}
        value={data.saveAs ?? ""}
        onChange={(name) => onChange(withOptional(data, "saveAs", name))}
      />
      <AnswerFields data={data} onChange={onChange} />
    </>
  );
}
