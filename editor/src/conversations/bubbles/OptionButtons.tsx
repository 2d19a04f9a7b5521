/** What can be pressed under a bubble: reply buttons, the button of a list, "send location". */
import type { Message } from "@hilo/server/contract";
import { IconArrowBackUp, IconList, IconMapPin, type TablerIcon } from "@tabler/icons-react";
import styles from "./Bubble.module.css";
import type { BubbleActions } from "./Bubble.tsx";
import type { ShownContent } from "./shown-content.ts";

export interface OptionButtonsProps extends BubbleActions {
  shown: ShownContent;
  message: Message;
}

export function OptionButtons({ shown, message, onTap, onOpenList, onSendLocation }: OptionButtonsProps) {
  if (shown.from !== "business") return null;
  const { content } = shown;
  switch (content.type) {
    case "buttons":
      return (
        <div className={styles.options}>
          {content.options.map((option) => (
            <Option
              key={option.id}
              icon={IconArrowBackUp}
              title={option.title}
              onPress={onTap && (() => onTap({ id: option.id, title: option.title }, message))}
            />
          ))}
        </div>
      );
    case "list":
      return (
        <div className={styles.options}>
          <Option
            icon={IconList}
            title={content.button}
            onPress={onOpenList && (() => onOpenList(message))}
          />
        </div>
      );
    case "location-request":
      return (
        <div className={styles.options}>
          <Option icon={IconMapPin} title="Send location" onPress={onSendLocation} />
        </div>
      );
    default:
      return null;
  }
}

interface OptionProps {
  icon: TablerIcon;
  title: string;
  onPress: (() => void) | undefined;
}

function Option({ icon: Icon, title, onPress }: OptionProps) {
  const face = (
    <>
      <Icon size={16} aria-hidden />
      <span>{title}</span>
    </>
  );
  if (!onPress) return <span className={styles.option}>{face}</span>;
  return (
    <button type="button" className={styles.option} onClick={onPress}>
      {face}
    </button>
  );
}
