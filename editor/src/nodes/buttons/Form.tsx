/** A question and its buttons. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { CountedInput } from "../fields/CountedInput.tsx";
import { HeaderAndFooter } from "../fields/HeaderAndFooter.tsx";
import { HeaderFields } from "../fields/HeaderFields.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { HeaderPreview } from "../preview/HeaderPreview.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";

const LIMITS = CHANNEL_LIMITS.whatsapp.buttons;
type ButtonsData = NodeData<"buttons">;

export function Form({ data, onChange, nextOption }: FormProps<ButtonsData>) {
  return (
    <>
      <MessageField
        label={t("Question")}
        placeholder={t("What would you like?")}
        beside="buttons"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <div>
        <Input.Label mb={4}>{t("Buttons")}</Input.Label>
        <ItemList
          items={data.options}
          onChange={(options) => onChange({ ...data, options })}
          add={
            data.options.length < LIMITS.count ? () => ({ id: `opt-${nextOption}`, title: "" }) : undefined
          }
          addLabel={t("Add a button")}
          itemName={t("button")}
          min={1}
          keyOf={(option) => option.id}
        >
          {(option, change, i) => (
            <CountedInput
              aria-label={t("Button {number}", { number: i + 1 })}
              placeholder={t("Button {number}", { number: i + 1 })}
              limit={LIMITS.title}
              value={option.title}
              onChange={(title) => change({ ...option, title })}
            />
          )}
        </ItemList>
      </div>
      <VariableNameField
        label={t("Remember the answer as")}
        value={data.saveAs ?? ""}
        onChange={(name) => onChange(withOptional(data, "saveAs", name))}
      />
      <HeaderAndFooter data={data} onChange={onChange} limit={LIMITS.footer}>
        <HeaderFields
          header={data.header}
          limit={LIMITS.header}
          onChange={(header) => onChange(withOptional(data, "header", header))}
        />
      </HeaderAndFooter>
      <AnswerFields data={data} onChange={onChange} beside="buttons" />
      <Phone>
        <Bubble
          text={data.text}
          above={data.header && <HeaderPreview header={data.header} />}
          footer={data.footer}
        />
        {data.options.map((option) => (
          <PhoneButton key={option.id}>{option.title || "…"}</PhoneButton>
        ))}
      </Phone>
    </>
  );
}
