/** A text as a phone shows it: WhatsApp's marks, line breaks, and variables as small labels. */
import { Fragment, type ReactNode } from "react";
import { type ChatSpan, chatSpans } from "./chat-spans.ts";
import { useShown } from "./example.tsx";
import classes from "./preview.module.css";

export function ChatText({ text }: { text: string }): ReactNode {
  return chatSpans(useShown(text)).map((span, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
    <Fragment key={i}>{drawn(span)}</Fragment>
  ));
}

function drawn(span: ChatSpan): ReactNode {
  switch (span.kind) {
    case "variable":
      return <span className={classes.variable}>{span.text}</span>;
    case "bold":
      // Marks may stand around variables and other marks, never around themselves.
      return (
        <strong>
          <ChatText text={span.text} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <ChatText text={span.text} />
        </em>
      );
    case "strike":
      return (
        <s>
          <ChatText text={span.text} />
        </s>
      );
    case "mono":
      return <code className={classes.mono}>{span.text}</code>;
    case "text":
      return span.text;
  }
}
