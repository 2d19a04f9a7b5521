/** A question and its menu of rows. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { CountedInput } from "../fields/CountedInput.tsx";
import { HeaderAndFooter } from "../fields/HeaderAndFooter.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { ListPreview } from "./ListPreview.tsx";
import { SectionForm } from "./SectionForm.tsx";

const LIMITS = CHANNEL_LIMITS.whatsapp.list;

export function Form({ data, onChange, nextOption }: FormProps<NodeData<"list">>) {
  const rows = data.sections.reduce((sum, section) => sum + section.rows.length, 0);
  const nextRowId = rows < LIMITS.rows ? `item-${nextOption}` : undefined;
  return (
    <>
      <MessageField
        label={t("Question")}
        placeholder={t("What are you looking for?")}
        beside="list"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <CountedInput
        label={t("Button that opens the list")}
        placeholder={t("See the menu")}
        limit={LIMITS.button}
        value={data.button}
        onChange={(button) => onChange({ ...data, button })}
      />
      <div>
        <Input.Label mb={4}>
          {t("Rows")}{" "}
          <Text span size="xs" c="dimmed">
            {rows}/{LIMITS.rows}
          </Text>
        </Input.Label>
        <ItemList
          items={data.sections}
          onChange={(sections) => onChange({ ...data, sections })}
          add={nextRowId === undefined ? undefined : () => ({ rows: [{ id: nextRowId, title: "" }] })}
          addLabel={t("Add a section")}
          itemName={t("section")}
          min={1}
          framed
        >
          {(section, change, i) => (
            <SectionForm
              section={section}
              index={i}
              titled={data.sections.length > 1 || section.title !== undefined}
              onChange={change}
              nextRowId={nextRowId}
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
        <CountedInput
          label={t("Header")}
          limit={LIMITS.header}
          value={data.header ?? ""}
          onChange={(header) => onChange(withOptional(data, "header", header))}
        />
      </HeaderAndFooter>
      <AnswerFields data={data} onChange={onChange} beside="list" />
      <ListPreview data={data} />
    </>
  );
}
