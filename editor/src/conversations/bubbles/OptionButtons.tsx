/** What can be pressed under a bubble: answers, the button of a list, links, "send location". */

import type { MessageContent } from "@hilo/flow-engine";
import type { Message } from "@hilo/server/contract";
import {
  IconArrowBackUp,
  IconBuildingStore,
  IconCopy,
  IconExternalLink,
  IconForms,
  IconList,
  IconMapPin,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";
import type { BubbleActions } from "./Bubble.tsx";
import { Carousel } from "./Carousel.tsx";
import { LinkOption, Option } from "./Option.tsx";
import type { ShownContent } from "./shown-content.ts";
import { type TemplateButton, templateButtons } from "./template-buttons.ts";

export interface OptionButtonsProps extends BubbleActions {
  shown: ShownContent;
  message: Message;
}

export function OptionButtons({ shown, ...rest }: OptionButtonsProps) {
  if (shown.from !== "business") return null;
  if (shown.content.type === "carousel") {
    const { onTap, message } = rest;
    return <Carousel cards={shown.content.cards} onTap={onTap && ((option) => onTap(option, message))} />;
  }
  const options = optionsOf(shown.content, rest);
  return options.length === 0 ? null : <div className={styles.options}>{options}</div>;
}

function optionsOf(content: MessageContent, rest: BubbleActions & { message: Message }): ReactNode[] {
  const { message, onTap, onOpenList, onSendLocation, onOpenForm } = rest;
  switch (content.type) {
    case "buttons":
      return content.options.map(({ id, title }) => (
        <Option
          key={id}
          icon={IconArrowBackUp}
          title={title}
          onPress={onTap && (() => onTap({ id, title }, message))}
        />
      ));
    case "list":
      return [
        <Option
          key="list"
          icon={IconList}
          title={content.button}
          onPress={onOpenList && (() => onOpenList(message))}
        />,
      ];
    case "location-request":
      return [<Option key="place" icon={IconMapPin} title={t("Send location")} onPress={onSendLocation} />];
    case "cta-url":
      return [<LinkOption key="link" title={content.label} url={content.url} />];
    case "form":
      return [
        <Option
          key="form"
          icon={IconForms}
          title={content.button}
          onPress={onOpenForm && (() => onOpenForm(message))}
        />,
      ];
    case "product":
      return content.sections.length > 0
        ? [<Option key="shop" icon={IconBuildingStore} title={t("View products")} />]
        : [];
    case "template":
      return templateButtons(content).map((button) => (
        <TemplateOption key={button.index} button={button} {...rest} />
      ));
    default:
      return [];
  }
}

/** The end of a link's address is all that a message knows of it: only an answer can be pressed here. */
function TemplateOption({
  button,
  message,
  onTemplateTap,
}: BubbleActions & { button: TemplateButton; message: Message }) {
  const { kind, title } = button;
  if (kind !== "quick-reply") return <Option icon={ICONS[kind]} title={title} />;
  const { payload } = button;
  return (
    <Option
      icon={IconArrowBackUp}
      title={title}
      onPress={onTemplateTap && (() => onTemplateTap({ id: payload, title }, message))}
    />
  );
}

const ICONS = { url: IconExternalLink, "copy-code": IconCopy, form: IconForms } as const;
