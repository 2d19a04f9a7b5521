/** What a step says, as a bubble: whole in the forms, cut to a few lines on the cards. */

import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import { ChatText } from "./ChatText.tsx";
import classes from "./preview.module.css";

interface BubbleProps {
  text: string;
  /** Shown in place of an empty text. */
  empty?: string;
  compact?: boolean;
  /** Over the text: a header, a picture. */
  above?: ReactNode;
  footer?: string | undefined;
}

export function Bubble({
  text,
  empty = t("Nothing to say yet"),
  compact = false,
  above,
  footer,
}: BubbleProps) {
  return (
    <div className={classes.bubble} data-compact={compact || undefined}>
      {above}
      <div className={compact ? classes.clamp : undefined}>
        {text.trim() === "" ? <span className={classes.empty}>{empty}</span> : <ChatText text={text} />}
      </div>
      {footer && (
        <div className={classes.footer}>
          <ChatText text={footer} />
        </div>
      )}
    </div>
  );
}

export function BubbleHeader({ text }: { text: string }) {
  return (
    <div className={classes.header}>
      <ChatText text={text} />
    </div>
  );
}

/** A line of plain words on a card: what a step without a bubble does. */
export function CardLine({ children }: { children: ReactNode }) {
  return <div className={classes.line}>{children}</div>;
}
