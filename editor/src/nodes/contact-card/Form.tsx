/** The cards: who, and how to reach them. */

import { Input, Stack, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { TextList } from "../fields/TextList.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { Bubble } from "../preview/Bubble.tsx";
import { Phone, PhoneButton } from "../preview/Phone.tsx";

type ContactCardData = NodeData<"contact-card">;
type CardData = ContactCardData["contacts"][number];

/** As in the format. */
const MAX = { cards: 10, lines: 10 };

export function Form({ data, onChange }: FormProps<ContactCardData>) {
  return (
    <>
      <div>
        <Input.Label mb={4}>{t("Cards")}</Input.Label>
        <ItemList
          framed
          items={data.contacts}
          onChange={(contacts) => onChange({ ...data, contacts })}
          add={data.contacts.length < MAX.cards ? () => ({ name: "", phones: [""], emails: [] }) : undefined}
          addLabel={t("Add a card")}
          itemName={t("card")}
          min={1}
        >
          {(card, change, i) => <CardFields card={card} onChange={change} at={i + 1} />}
        </ItemList>
      </div>
      <Phone>
        {data.contacts.map((card, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cards have no identity but their place
          <div key={i}>
            <Bubble text={card.name} empty={t("Nobody yet")} footer={card.organization} />
            <PhoneButton>{t("Save")}</PhoneButton>
          </div>
        ))}
      </Phone>
    </>
  );
}

function CardFields({ card, onChange, at }: { card: CardData; onChange(card: CardData): void; at: number }) {
  const line = (key: "organization" | "url", label: string, placeholder: string) => (
    <TextInput
      size="xs"
      aria-label={t("{label} of card {at}", { label, at })}
      placeholder={placeholder}
      value={card[key] ?? ""}
      onChange={(event) => onChange(withOptional(card, key, event.currentTarget.value))}
    />
  );
  return (
    <Stack gap={6}>
      <TextInput
        size="xs"
        aria-label={t("Name on card {at}", { at })}
        placeholder="Lucía Ramos"
        value={card.name}
        onChange={(event) => onChange({ ...card, name: event.currentTarget.value })}
      />
      {line("organization", t("Business"), t("Business"))}
      <TextList
        items={card.phones}
        onChange={(phones) => onChange({ ...card, phones })}
        max={MAX.lines}
        itemName={t("phone")}
        addLabel={t("Add a phone number")}
        placeholder="+34 600 111 222"
        of={t("of card {at}", { at })}
      />
      <TextList
        items={card.emails}
        onChange={(emails) => onChange({ ...card, emails })}
        max={MAX.lines}
        itemName={t("e-mail")}
        addLabel={t("Add an e-mail address")}
        placeholder="lucia@example.org"
        of={t("of card {at}", { at })}
      />
      {line("url", t("Web address"), "https://example.org")}
    </Stack>
  );
}
