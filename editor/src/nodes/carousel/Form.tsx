/** The cards, and what happens when none of their buttons is tapped. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Input, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { CardFields } from "./CardFields.tsx";
import { CarouselPreview } from "./CarouselPreview.tsx";

const LIMITS = CHANNEL_LIMITS.whatsapp.carousel;
type CarouselData = NodeData<"carousel">;

export function Form({ data, onChange, nextOption }: FormProps<CarouselData>) {
  const waits = data.cards.some(({ buttons }) => buttons.some(({ kind }) => kind === "reply"));
  return (
    <>
      <MessageField
        label={t("Message above the cards")}
        placeholder={t("Our rooms")}
        beside="carousel"
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <div>
        <Input.Label mb={4}>
          {t("Cards")}{" "}
          <Text span size="xs" c="dimmed">
            {data.cards.length}/{LIMITS.maxCards}
          </Text>
        </Input.Label>
        <ItemList
          framed
          items={data.cards}
          onChange={(cards) => onChange({ ...data, cards })}
          add={data.cards.length < LIMITS.maxCards ? () => ({ title: "", buttons: [] }) : undefined}
          addLabel={t("Add a card")}
          itemName={t("card")}
          min={1}
        >
          {(card, change, i) => (
            <CardFields card={card} onChange={change} at={i + 1} nextOption={nextOption} />
          )}
        </ItemList>
      </div>
      {waits && (
        <>
          <VariableNameField
            label={t("Remember the answer as")}
            value={data.saveAs ?? ""}
            onChange={(name) => onChange(withOptional(data, "saveAs", name))}
          />
          <AnswerFields data={data} onChange={onChange} beside="carousel" />
        </>
      )}
      <CarouselPreview data={data} />
    </>
  );
}
