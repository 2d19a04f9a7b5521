/** One card: its picture, its words and its buttons. */

import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Button, Group, Stack, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { CountedInput } from "../fields/CountedInput.tsx";
import { cardTextLimit } from "../fields/flow-channels.ts";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import { SelectField } from "../fields/SelectField.tsx";
import { useFlowPlatforms } from "../fields/use-flow-platforms.ts";
import type { NodeData } from "../node-ui.ts";

type CardData = NodeData<"carousel">["cards"][number];
type ButtonData = CardData["buttons"][number];

const LIMITS = CHANNEL_LIMITS.whatsapp.carousel;
/** Instagram and Messenger; WhatsApp shows the first that opens an address, and says so in the problems. */
const { title: MAX_TITLE, buttons: MAX_BUTTONS } = CHANNEL_LIMITS.messenger.carousel;
const KINDS = {
  // t:
  none: "no picture",
  image: "a picture",
  video: "a video",
} as const;

interface CardFieldsProps {
  card: CardData;
  onChange(card: CardData): void;
  /** From 1. */
  at: number;
  nextOption: number;
}

export function CardFields({ card, onChange, at, nextOption }: CardFieldsProps) {
  return (
    <Stack gap={6}>
      <MediaFields card={card} onChange={onChange} at={at} />
      <CountedInput
        size="xs"
        aria-label={t("Title of card {at}", { at })}
        placeholder={t("Title")}
        limit={MAX_TITLE}
        value={card.title ?? ""}
        onChange={(title) => onChange(withOptional(card, "title", title))}
      />
      <CountedInput
        size="xs"
        aria-label={t("Text of card {at}", { at })}
        placeholder={t("A line or two")}
        limit={cardTextLimit(useFlowPlatforms())}
        value={card.text ?? ""}
        onChange={(text) => onChange(withOptional(card, "text", text))}
      />
      <Buttons card={card} onChange={onChange} at={at} nextOption={nextOption} />
    </Stack>
  );
}

type PartProps = Pick<CardFieldsProps, "card" | "onChange" | "at">;

function MediaFields({ card, onChange, at }: PartProps) {
  const { media } = card;
  return (
    <Group gap={6} wrap="nowrap" grow preventGrowOverflow={false}>
      <SelectField
        hidden
        label={t("Picture of card {at}", { at })}
        size="xs"
        w={120}
        options={KINDS}
        value={media?.kind ?? "none"}
        onChange={(kind) =>
          onChange(withOptional(card, "media", kind === "none" ? undefined : { url: "", ...media, kind }))
        }
      />
      {media && (
        <TextInput
          size="xs"
          aria-label={t("Address of the picture of card {at}", { at })}
          placeholder="https://example.org/room.jpg"
          value={media.url ?? ""}
          onChange={(event) =>
            onChange({ ...card, media: withOptional(media, "url", event.currentTarget.value) })
          }
        />
      )}
    </Group>
  );
}

function Buttons({ card, onChange, at, nextOption }: CardFieldsProps) {
  const set = (buttons: ButtonData[]) => onChange({ ...card, buttons });
  const adding = (label: string, button: () => ButtonData) => (
    <Button
      variant="subtle"
      size="compact-xs"
      leftSection={<IconPlus size={13} />}
      aria-label={t("{label} to card {at}", { label, at })}
      onClick={() => set([...card.buttons, button()])}
    >
      {label}
    </Button>
  );
  return (
    <div>
      <ItemList items={card.buttons} onChange={set} addLabel="" itemName={t("button of card {at},", { at })}>
        {(button, change, n) => (
          <ButtonFields
            button={button}
            onChange={change}
            name={t("button {number} of card {at}", { number: n + 1, at })}
          />
        )}
      </ItemList>
      {card.buttons.length < MAX_BUTTONS && (
        <Group gap={4} mt={4}>
          {adding(t("Add a reply button"), () => ({ kind: "reply", id: `opt-${nextOption}`, title: "" }))}
          {adding(t("Add a link button"), () => ({ kind: "url", label: "", url: "" }))}
        </Group>
      )}
    </div>
  );
}

interface ButtonFieldsProps {
  button: ButtonData;
  onChange(button: ButtonData): void;
  name: string;
}

function ButtonFields({ button, onChange, name }: ButtonFieldsProps) {
  const title = (value: string, set: (value: string) => void) => (
    <CountedInput
      size="xs"
      aria-label={t("Title of {name}", { name })}
      placeholder={button.kind === "reply" ? t("Book it") : t("See more")}
      limit={LIMITS.label}
      value={value}
      onChange={set}
    />
  );
  if (button.kind === "reply") return title(button.title, (next) => onChange({ ...button, title: next }));
  return (
    <Stack gap={3}>
      {title(button.label, (label) => onChange({ ...button, label }))}
      <TextInput
        size="xs"
        aria-label={t("Address of {name}", { name })}
        placeholder="https://example.org/room"
        value={button.url}
        onChange={(event) => onChange({ ...button, url: event.currentTarget.value })}
      />
    </Stack>
  );
}
