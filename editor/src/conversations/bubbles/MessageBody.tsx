/** What a message says, for every kind of content. */
import { type InboundContent, type MessageContent, wordsOf } from "@hilo/flow-engine";
import type { Message } from "@hilo/server/contract";
import { IconArrowBackUp, IconHelpHexagon, IconTemplate, IconUser } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./Bubble.module.css";
import type { BubbleActions } from "./Bubble.tsx";
import { LocationBody } from "./LocationBody.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { MediaBody } from "./MediaBody.tsx";
import type { ShownContent } from "./shown-content.ts";

export interface MessageBodyProps extends BubbleActions {
  shown: ShownContent;
  message: Message;
}

export function MessageBody({ shown }: MessageBodyProps) {
  switch (shown.from) {
    case "customer":
      return <CustomerBody content={shown.content} />;
    case "business":
      return <BusinessBody content={shown.content} />;
    case "unreadable":
      return <Unknown type={shown.type} />;
  }
}

function CustomerBody({ content }: { content: InboundContent }) {
  switch (content.type) {
    case "text":
      return <MarkedText text={content.text} />;
    case "tap":
      return (
        <>
          <IconArrowBackUp className={styles.tapIcon} size={15} aria-label="Chosen:" />
          <MarkedText text={content.tap.title} />
        </>
      );
    case "media":
      return <MediaBody media={content.media} caption={content.caption} />;
    case "location":
      return <LocationBody {...content} />;
    case "contacts":
      return <Labelled icon={<IconUser size={17} />}>{contactsWords(content.contacts.length)}</Labelled>;
    case "reaction":
      return <Reaction emoji={content.emoji} />;
    case "form":
      return <Labelled icon={<IconTemplate size={17} />}>Filled in the form “{content.name}”</Labelled>;
    case "link":
      return <MarkedText text={content.title ? `${content.title}\n${content.url}` : content.url} />;
    case "order":
      return <Labelled icon={<IconTemplate size={17} />}>Sent an order</Labelled>;
    case "unknown":
      return <Unknown type={content.platformType} />;
  }
}

function BusinessBody({ content }: { content: MessageContent }) {
  switch (content.type) {
    case "text":
    case "location-request":
      return <MarkedText text={content.text} />;
    case "media":
      return <MediaBody media={content.media} caption={content.media.caption} />;
    case "buttons":
      return (
        <>
          {content.header?.kind === "text" && <Header text={content.header.text} />}
          {content.header?.kind === "media" && <MediaBody media={content.header.media} caption={undefined} />}
          <MarkedText text={content.text} />
          {content.footer && <Footer text={content.footer} />}
        </>
      );
    case "list":
      return (
        <>
          {content.header && <Header text={content.header} />}
          <MarkedText text={content.text} />
          {content.footer && <Footer text={content.footer} />}
        </>
      );
    case "location":
      return <LocationBody {...content} />;
    case "reaction":
      return <Reaction emoji={content.emoji} />;
    case "template":
      return (
        <Labelled icon={<IconTemplate size={17} />}>
          Template “{content.name}” ({content.language})
        </Labelled>
      );
    default:
      return <MarkedText text={wordsOf(content) || content.type} />;
  }
}

const contactsWords = (count: number) => (count === 1 ? "Shared a contact" : `Shared ${count} contacts`);
const Header = ({ text }: { text: string }) => <strong className={styles.header}>{text}</strong>;
const Footer = ({ text }: { text: string }) => <span className={styles.footer}>{text}</span>;

function Reaction({ emoji }: { emoji: string }) {
  return <span>{emoji ? `Reacted with ${emoji}` : "Took a reaction back"}</span>;
}

function Labelled({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.labelled}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

/** A kind of message that no version of Hilo knows yet. */
function Unknown({ type }: { type: string }) {
  return (
    <span className={styles.unknown}>
      <IconHelpHexagon size={17} aria-hidden />
      <span>
        A message of a kind that can't be shown here: <code>{type}</code>
      </span>
    </span>
  );
}
