/** The buttons of a template, as they are there, and what fills them in. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SelectField } from "../fields/SelectField.tsx";
import type { NodeData } from "../node-ui.ts";

type TemplateButton = NodeData<"template">["buttons"][number];

const LIMITS = CHANNEL_LIMITS.whatsapp.template;
const KINDS = {
  // t:
  "quick-reply": "Quick reply",
  url: "Address with a variable",
  "copy-code": "Code to copy",
  form: "Opens a form",
  other: "Nothing to fill in",
} as const;

interface ButtonFieldsProps {
  buttons: TemplateButton[];
  onChange(buttons: TemplateButton[]): void;
  nextOption: number;
}

export function ButtonFields({ buttons, onChange, nextOption }: ButtonFieldsProps) {
  return (
    <div>
      <Input.Label mb={4}>{t("Buttons")}</Input.Label>
      <Input.Description mb={6}>{t("All that the template has, in their order.")}</Input.Description>
      <ItemList
        framed
        items={buttons}
        onChange={onChange}
        add={buttons.length < LIMITS.buttons ? () => buttonOf("quick-reply", "", nextOption) : undefined}
        addLabel={t("Add a button")}
        itemName={t("button")}
      >
        {(button, change, i) => (
          <Stack gap={4}>
            <SelectField
              hidden
              size="xs"
              label={t("Kind of button {number}", { number: i + 1 })}
              options={KINDS}
              value={button.kind}
              onChange={(kind) => change(buttonOf(kind, wordsOf(button), nextOption))}
            />
            <OneButton button={button} onChange={change} name={t("button {number}", { number: i + 1 })} />
          </Stack>
        )}
      </ItemList>
    </div>
  );
}

interface OneButtonProps {
  button: TemplateButton;
  onChange(button: TemplateButton): void;
  name: string;
}

function OneButton({ button, onChange, name }: OneButtonProps) {
  const words = (value: string, set: (value: string) => void) => (
    <CountedInput
      size="xs"
      aria-label={t("Words on {name}", { name })}
      placeholder={t("its words, as in the template")}
      limit={LIMITS.quickReplyTitle}
      value={value}
      onChange={set}
    />
  );
  const filled = (value: string, placeholder: string, set: (value: string) => void) => (
    <TextInput
      size="xs"
      aria-label={t("What fills in {name}", { name })}
      placeholder={placeholder}
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  switch (button.kind) {
    case "quick-reply":
      return words(button.title, (title) => onChange({ ...button, title }));
    case "url":
      return (
        <>
          {words(button.label ?? "", (label) => onChange(withOptional(button, "label", label)))}
          {filled(button.text, t("the end of the address: {{ order }}"), (text) =>
            onChange({ ...button, text }),
          )}
        </>
      );
    case "copy-code":
      return filled(button.code, "SUMMER-10", (code) => onChange({ ...button, code }));
    case "form":
    case "other":
      return words(button.label ?? "", (label) => onChange(withOptional(button, "label", label)));
  }
}

function wordsOf(button: TemplateButton): string {
  if (button.kind === "quick-reply") return button.title;
  return button.kind === "copy-code" ? "" : (button.label ?? "");
}

/** A button of another kind keeps its words. */
function buttonOf(kind: TemplateButton["kind"], words: string, nextOption: number): TemplateButton {
  const label = words === "" ? {} : { label: words };
  switch (kind) {
    case "quick-reply":
      return { kind, id: `opt-${nextOption}`, title: words };
    case "url":
      return { kind, ...label, text: "" };
    case "copy-code":
      return { kind, code: "" };
    case "form":
    case "other":
      return { kind, ...label };
  }
}
