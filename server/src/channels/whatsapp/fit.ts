/** Makes any content into messages WhatsApp takes: long texts split, titles shortened, buttons turned into lists or numbers. Pure. */
import type { MessageContent } from "@hilo/flow-engine";
import { CHANNEL_LIMITS } from "@hilo/flow-engine";
import { oneLine, shorten, splitText } from "./shorten.ts";

const LIMITS = CHANNEL_LIMITS.whatsapp;

type Of<T extends MessageContent["type"]> = Extract<MessageContent, { type: T }>;
type Section = Of<"list">["sections"][number];

/** The label of a list's button when a flow gives none: a word that many languages share. */
const LIST_BUTTON = "Menu";
/** WhatsApp refuses an empty body under buttons. */
const EMPTY_BODY = "…";
const HEADER_MEDIA = new Set(["image", "video", "document"]);
const CAPTIONED_MEDIA = new Set(["image", "video", "document"]);

export function fit(content: MessageContent): MessageContent[] {
  switch (content.type) {
    case "text":
      return fitText(content);
    case "media":
      return fitMedia(content);
    case "buttons":
      return fitButtons(content);
    case "list":
      return fitList(content);
    case "location-request": {
      const { before, body } = fitBody(content.text, LIMITS.buttons.body);
      return [...before, { ...content, text: body }];
    }
    case "location":
      return fitLocation(content);
    default:
      return [content];
  }
}

function fitText(content: Of<"text">): MessageContent[] {
  return splitText(content.text, LIMITS.text).map((text) => ({ ...content, text }));
}

/** What does not fit under a medium, or may not stand there, follows as text. */
function fitMedia(content: Of<"media">): MessageContent[] {
  const { caption, filename, ...media } = content.media;
  const kept: Of<"media"> = {
    type: "media",
    media: { ...media, ...(filename && media.kind === "document" ? { filename } : {}) },
  };
  if (!caption?.trim()) return [kept];
  if (!CAPTIONED_MEDIA.has(media.kind)) return [kept, ...fitText({ type: "text", text: caption })];
  const text = caption.trim();
  const first = splitText(text, LIMITS.caption)[0] ?? "";
  return [
    { type: "media", media: { ...kept.media, caption: first } },
    ...fitText({ type: "text", text: text.slice(first.length).trimStart() }),
  ];
}

/** The part of a text that stands above buttons is its end; what is too long goes before as text. */
function fitBody(text: string, max: number): { before: MessageContent[]; body: string } {
  if (text.trim() === "") return { before: [], body: EMPTY_BODY };
  const body = splitText(text.trim(), max).at(-1) ?? EMPTY_BODY;
  return { before: fitText({ type: "text", text: text.trim().slice(0, -body.length).trimEnd() }), body };
}

function fitButtons(content: Of<"buttons">): MessageContent[] {
  const { options } = content;
  if (options.length > LIMITS.buttons.count) return buttonsAsList(content);
  const { before: lead, header } = fitHeader(content.header);
  const { before, body } = fitBody(content.text, LIMITS.buttons.body);
  const footer = oneLine(content.footer ?? "", LIMITS.buttons.footer);
  if (options.length === 0) return [...lead, ...numbered(content.text, [], footer)];
  const titles = uniqueTitles(
    options.map(({ id, title }) => oneLine(title, LIMITS.buttons.title) || shorten(id, LIMITS.buttons.title)),
  );
  return [
    ...lead,
    ...before,
    {
      type: "buttons",
      text: body,
      ...(header ? { header } : {}),
      ...(footer ? { footer } : {}),
      options: options.map(({ id }, i) => ({ id, title: titles[i] ?? id })),
    },
  ];
}

/** A medium that can't be a header, or a header that only buttons take, goes before as a message of its own. */
function fitHeader(header: Of<"buttons">["header"]): {
  before: MessageContent[];
  header: Of<"buttons">["header"];
} {
  if (header === undefined) return { before: [], header: undefined };
  if (header.kind === "text") {
    const text = oneLine(header.text, LIMITS.buttons.header);
    return { before: [], header: text ? { kind: "text", text } : undefined };
  }
  if (!HEADER_MEDIA.has(header.media.kind))
    return { before: fitMedia({ type: "media", media: header.media }), header: undefined };
  const { caption: _headersHaveNoCaption, ...media } = header.media;
  return { before: [], header: { kind: "media", media } };
}

function buttonsAsList(content: Of<"buttons">): MessageContent[] {
  const { header, footer, text, options } = content;
  const lead = header?.kind === "media" ? fitMedia({ type: "media", media: header.media }) : [];
  const list: Of<"list"> = {
    type: "list",
    text,
    button: LIST_BUTTON,
    ...(header?.kind === "text" ? { header: header.text } : {}),
    ...(footer ? { footer } : {}),
    sections: [{ rows: options }],
  };
  return [...lead, ...fitList(list)];
}

function fitList(content: Of<"list">): MessageContent[] {
  const sections = content.sections.filter((section) => section.rows.length > 0);
  const rows = sections.flatMap((section) => section.rows);
  const header = oneLine(content.header ?? "", LIMITS.list.header);
  const footer = oneLine(content.footer ?? "", LIMITS.list.footer);
  if (rows.length === 0 || rows.length > LIMITS.list.rows) {
    const text = [header, content.text].filter(Boolean).join("\n\n");
    return numbered(
      text,
      rows.map((row) => row.title || row.id),
      footer,
    );
  }
  const { before, body } = fitBody(content.text, LIMITS.list.body);
  return [
    ...before,
    {
      type: "list",
      text: body,
      button: oneLine(content.button, LIMITS.list.button) || LIST_BUTTON,
      ...(header ? { header } : {}),
      ...(footer ? { footer } : {}),
      sections: sections.map((section, i) => fitSection(section, sections.length > 1 ? String(i + 1) : "")),
    },
  ];
}

/** @param fallbackTitle a title is required as soon as there are two sections */
function fitSection(section: Section, fallbackTitle: string): Section {
  const title = oneLine(section.title ?? "", LIMITS.list.sectionTitle) || fallbackTitle;
  return {
    ...(title ? { title } : {}),
    rows: section.rows.map(({ id, title: full, description }) => {
      const short = oneLine(full, LIMITS.list.rowTitle) || shorten(id, LIMITS.list.rowTitle);
      // A title that had to be cut is told in full below.
      const below = oneLine(description || (short.endsWith("…") ? full : ""), LIMITS.list.description);
      return { id, title: short, ...(below && below !== short ? { description: below } : {}) };
    }),
  };
}

/** More choices than any menu holds: a numbered text, which people answer by typing. */
function numbered(text: string, titles: string[], footer: string): MessageContent[] {
  const lines = titles.map((title, i) => `${i + 1}. ${title}`).join("\n");
  return fitText({ type: "text", text: [text.trim(), lines, footer].filter(Boolean).join("\n\n") });
}

/** Button titles must differ: two that became the same by shortening get a number. */
function uniqueTitles(titles: string[]): string[] {
  const seen = new Set<string>();
  return titles.map((title) => {
    let unique = title;
    for (let n = 2; seen.has(unique); n += 1) unique = `${shorten(title, LIMITS.buttons.title - 3)} ${n}`;
    seen.add(unique);
    return unique;
  });
}

/** A point that is not on the globe is told in words. */
function fitLocation(content: Of<"location">): MessageContent[] {
  const { latitude, longitude, name, address } = content;
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return [content];
  return fitText({ type: "text", text: [name, address].filter(Boolean).join("\n") });
}
