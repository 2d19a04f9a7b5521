/** What a bot or an agent says, for every kind of content. What can be pressed stands below the bubble. */

import type { Header, MessageContent } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";
import { ContactCards } from "./ContactCards.tsx";
import { Products } from "./Goods.tsx";
import { LocationBody } from "./LocationBody.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { MediaBody } from "./MediaBody.tsx";
import { Reaction } from "./Reaction.tsx";
import { TemplateBody } from "./TemplateBody.tsx";

export function BusinessBody({ content }: { content: MessageContent }) {
  switch (content.type) {
    case "text":
    case "location-request":
      return <MarkedText text={content.text} />;
    case "media":
      return <MediaBody media={content.media} caption={content.media.caption} />;
    case "buttons":
    case "cta-url":
    case "list":
    case "form":
      return <Framed {...content} />;
    case "product":
      return (
        <>
          <Products sections={content.sections} />
          <Framed {...content} />
        </>
      );
    case "carousel":
      return <MarkedText text={content.text || cardsInWords(content.cards.length)} />;
    case "location":
      return <LocationBody {...content} />;
    case "contact-card":
      return <ContactCards contacts={content.contacts} />;
    case "reaction":
      return <Reaction emoji={content.emoji} />;
    case "template":
      return <TemplateBody content={content} />;
  }
}

export const cardsInWords = (count: number) => (count === 1 ? t("1 card") : t("{count} cards", { count }));

interface FramedProps {
  text: string;
  header?: Header | string | undefined;
  footer?: string | undefined;
}

/** The text of a message with something to press, and what stands above and below it. */
function Framed({ text, header, footer }: FramedProps) {
  const top = typeof header === "string" ? header : header?.kind === "text" ? header.text : undefined;
  return (
    <>
      {top && (
        <strong className={styles.header} dir="auto">
          {top}
        </strong>
      )}
      {typeof header === "object" && header.kind === "media" && (
        <MediaBody media={header.media} caption={undefined} />
      )}
      <MarkedText text={text} />
      {footer && (
        <span className={styles.footer} dir="auto">
          {footer}
        </span>
      )}
    </>
  );
}
