/** The frame that messages with something to press share: a header above the text, a footer below it. Pure. */
import type { Header, MessageContent } from "../../content/schema.ts";
import type { FrameLimits } from "../channel-limits.ts";
import { type Fitting, fitBody, fitLine, paragraphs, sayText } from "./fitting.ts";
import { takesMedia } from "./media-format.ts";

export interface Frame {
  text: string;
  header?: Header | undefined;
  footer?: string | undefined;
}

export interface FittedFrame {
  /** What found no place in the frame. */
  before: MessageContent[];
  frame: { text: string; header?: Header; footer?: string };
}

export function textHeader(text: string | undefined): Header | undefined {
  return text === undefined ? undefined : { kind: "text", text };
}

export function fitFrame(fitting: Fitting, frame: Frame, limits: FrameLimits): FittedFrame {
  const { before, header, text } = fitHeader(fitting, frame, limits);
  const footer = frame.footer?.trim() ? frame.footer : undefined;
  const keepsFooter = footer !== undefined && limits.footer > 0;
  if (footer !== undefined && !keepsFooter) noteJoined(fitting, "footer");
  const body = fitBody(fitting, keepsFooter ? text : paragraphs(text, footer), limits.body);
  return {
    before: [...before, ...body.before],
    frame: {
      text: body.body,
      ...(header ? { header } : {}),
      ...(keepsFooter ? { footer: fitLine(fitting, footer, limits.footer, "a footer") } : {}),
    },
  };
}

/** All of a frame as text, with what would have been pressed told in words. */
export function frameAsText(fitting: Fitting, frame: Frame, ...rest: readonly string[]): MessageContent[] {
  const { header, text, footer } = frame;
  const before = header?.kind === "media" ? fitting.fit({ type: "media", media: header.media }) : [];
  const top = header?.kind === "text" ? header.text : undefined;
  return [...before, ...sayText(fitting, paragraphs(top, text, ...rest, footer))];
}

/** A medium that can't be a header goes before; a text that can't be one, or a caption, is the beginning of the text. */
function fitHeader(
  fitting: Fitting,
  { header, text }: Frame,
  limits: FrameLimits,
): { before: MessageContent[]; header?: Header; text: string } {
  if (header === undefined) return { before: [], text };
  if (header.kind === "text") {
    if (header.text.trim() === "") return { before: [], text };
    if (limits.header > 0) {
      const line = fitLine(fitting, header.text, limits.header, "a header");
      return { before: [], header: { kind: "text", text: line }, text };
    }
    noteJoined(fitting, "header");
    return { before: [], text: paragraphs(header.text, text) };
  }
  if (!limits.headerMedia.includes(header.media.kind) || !takesMedia(header.media, fitting.limits)) {
    fitting.note(
      "moved",
      `The file goes in a message of its own: ${fitting.limits.name} does not show it above this text.`,
    );
    return { before: fitting.fit({ type: "media", media: header.media }), text };
  }
  const { caption, ...media } = header.media;
  return { before: [], header: { kind: "media", media }, text: paragraphs(caption, text) };
}

function noteJoined(fitting: Fitting, what: "header" | "footer"): void {
  fitting.note("moved", `The ${what} is part of the text: ${fitting.limits.name} has no ${what}s.`);
}
