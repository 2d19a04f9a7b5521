/** A message's text with WhatsApp's marks, drawn as elements: what a customer writes can never become markup. */
import { Fragment, type ReactNode } from "react";
import styles from "./Bubble.module.css";
import { type MarkedText as Part, parseMarks } from "./whatsapp-marks.ts";

export function MarkedText({ text }: { text: string }) {
  // `auto` isolates too: marks of direction inside end with the text, and the time beside it stays where it is.
  return (
    <span className={styles.text} dir="auto">
      {parseMarks(text).map(draw)}
    </span>
  );
}

function draw(part: Part, key: number): ReactNode {
  switch (part.kind) {
    case "text":
      return <Fragment key={key}>{part.text}</Fragment>;
    case "bold":
      return <strong key={key}>{part.children.map(draw)}</strong>;
    case "italic":
      return <em key={key}>{part.children.map(draw)}</em>;
    case "strike":
      return <s key={key}>{part.children.map(draw)}</s>;
    case "mono":
      return (
        <code key={key} className={styles.mono}>
          {part.text}
        </code>
      );
    case "link":
      return (
        <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
          {part.text}
        </a>
      );
  }
}
