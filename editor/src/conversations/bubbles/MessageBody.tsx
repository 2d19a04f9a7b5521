/** What a message says, for every kind of content. */

import type { InboundContent, Notice } from "@hilo/flow-engine";
import { IconArrowBackUp, IconHelpHexagon } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import styles from "./Bubble.module.css";
import { BusinessBody } from "./BusinessBody.tsx";
import { ContactCards } from "./ContactCards.tsx";
import { FormAnswer } from "./FormAnswer.tsx";
import { OrderBody } from "./Goods.tsx";
import { LocationBody } from "./LocationBody.tsx";
import { MarkedText } from "./MarkedText.tsx";
import { MediaBody } from "./MediaBody.tsx";
import { readOrder } from "./order.ts";
import { Reaction } from "./Reaction.tsx";
import { sharedContacts } from "./shared-contacts.ts";
import type { ShownContent } from "./shown-content.ts";

export function MessageBody({ shown }: { shown: ShownContent }) {
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
          <IconArrowBackUp className={styles.tapIcon} size={15} aria-label={t("Chosen:")} />
          <MarkedText text={content.tap.title} />
        </>
      );
    case "media":
      return <MediaBody media={content.media} caption={content.caption} />;
    case "location":
      return <LocationBody {...content} />;
    case "contacts":
      return <ContactCards contacts={sharedContacts(content.contacts)} />;
    case "reaction":
      return <Reaction emoji={content.emoji} />;
    case "form":
      return <FormAnswer name={content.name} values={content.values} />;
    case "link":
      return <MarkedText text={content.title ? `${content.title}\n${content.url}` : content.url} />;
    case "order": {
      const order = readOrder(content.order);
      return (
        <>
          <OrderBody order={order} />
          {order.text && <MarkedText text={order.text} />}
        </>
      );
    }
    case "comment":
      return (
        <>
          <Told words={content.live ? t("Comment on the live video") : t("Comment, in public")} />
          <MarkedText text={content.text} />
        </>
      );
    case "notice":
      return (
        <>
          <Told words={notices()[content.about]} />
          <MarkedText text={content.text} />
        </>
      );
    case "unknown":
      if (content.platformType === "deleted") return <Told words={t("Its writer took this message back")} />;
      return <Unknown type={content.platformType} />;
  }
}

/** What the person did besides writing. */
const notices = (): Record<Notice, string> => ({
  mention: t("Mentioned you"),
  rating: t("Rated the page"),
  post: t("Posted on the page"),
  call: t("Called"),
  referral: t("Came by a link or an ad"),
  "opt-in": t("Opted in"),
  lead: t("Filled in a form"),
  "number-changed": t("Changed the number"),
});

function Told({ words }: { words: string }) {
  return <span className={styles.told}>{words}</span>;
}

/** A kind of message that no version of Hilo knows yet. */
function Unknown({ type }: { type: string }) {
  return (
    <span className={styles.unknown}>
      <IconHelpHexagon size={17} aria-hidden />
      <span>
        {withParts(t("A message of a kind that can't be shown here: {kind}"), { kind: <code>{type}</code> })}
      </span>
    </span>
  );
}
