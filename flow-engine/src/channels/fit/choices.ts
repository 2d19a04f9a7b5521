/** Choices: reply buttons, quick replies, lists, and numbered texts where there are too many. Pure. */
import type { ContentOf, MessageContent, Option, Section } from "../../content/schema.ts";
import { oneLine, shorten } from "../shorten.ts";
import { type Fitting, fitLine, paragraphs } from "./fitting.ts";
import { fitFrame, frameAsText, textHeader } from "./frame.ts";

/** The label of a list's button when a flow gives none: a word that many languages share. */
const LIST_BUTTON = "Menu";

export function fitButtons(content: ContentOf<"buttons">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.buttons;
  const { before, frame } = fitFrame(fitting, content, limits);
  const titles = content.options.map(
    ({ id, title }) => fitLine(fitting, title, limits.title, "a button") || shorten(id, limits.title),
  );
  const different = uniqueTitles(titles, limits.title);
  const options = content.options.map(({ id }, at) => ({ id, title: different[at] ?? id }));
  return [...before, { type: "buttons", ...frame, options }];
}

/** Titles must differ: two that are the same, or became so by shortening, get a number. */
function uniqueTitles(titles: readonly string[], max: number): string[] {
  const seen = new Set<string>();
  return titles.map((title) => {
    let unique = title;
    for (let n = 2; seen.has(unique); n += 1) unique = `${shorten(title, max - 3)} ${n}`;
    seen.add(unique);
    return unique;
  });
}

export function fitList(content: ContentOf<"list">, fitting: Fitting): MessageContent[] {
  const limits = fitting.limits.list;
  if (limits === null) return fitButtons(listAsButtons(content), fitting);
  const { before, frame } = fitFrame(
    fitting,
    { text: content.text, header: textHeader(content.header), footer: content.footer },
    limits,
  );
  const { header, ...rest } = frame;
  const sections = content.sections.filter(({ rows }) => rows.length > 0);
  return [
    ...before,
    {
      type: "list",
      ...rest,
      button: fitLine(fitting, content.button, limits.button, "the button of a list") || LIST_BUTTON,
      ...(header?.kind === "text" ? { header: header.text } : {}),
      sections: sections.map((section, at) =>
        fitSection(section, sections.length > 1 ? String(at + 1) : "", fitting, limits),
      ),
    },
  ];
}

/** @param fallbackTitle a title is required as soon as there are two sections */
function fitSection(
  section: Section,
  fallbackTitle: string,
  fitting: Fitting,
  limits: NonNullable<Fitting["limits"]["list"]>,
): Section {
  const title =
    fitLine(fitting, section.title ?? "", limits.sectionTitle, "the title of a section") || fallbackTitle;
  return {
    ...(title ? { title } : {}),
    rows: section.rows.map(({ id, title: full, description }) => {
      const short = fitLine(fitting, full, limits.rowTitle, "a row") || shorten(id, limits.rowTitle);
      // A title that had to be cut is told in full below.
      const wanted = description?.trim() || (short.endsWith("…") ? full : "");
      const below = fitLine(fitting, wanted, limits.description, "a row’s description");
      return { id, title: short, ...(below && below !== short ? { description: below } : {}) };
    }),
  };
}

export function buttonsAsList(content: ContentOf<"buttons">, fitting: Fitting): MessageContent[] {
  const { header, footer, text, options } = content;
  const before = header?.kind === "media" ? fitting.fit({ type: "media", media: header.media }) : [];
  const list: ContentOf<"list"> = {
    type: "list",
    text,
    button: LIST_BUTTON,
    ...(header?.kind === "text" ? { header: header.text } : {}),
    ...(footer ? { footer } : {}),
    sections: [{ rows: options }],
  };
  return [...before, ...fitList(list, fitting)];
}

/** Where there are no lists, what stands below the rows' titles is told in the text. */
export function listAsQuickReplies(content: ContentOf<"list">, fitting: Fitting): MessageContent[] {
  return fitButtons(listAsButtons(content), fitting);
}

function listAsButtons({ text, header, footer, sections }: ContentOf<"list">): ContentOf<"buttons"> {
  const described = sections.some(({ rows }) => rows.some(({ description }) => description?.trim()));
  const details = described ? sections.map(describeSection) : [];
  const top = textHeader(header);
  return {
    type: "buttons",
    text: paragraphs(text, ...details),
    ...(top ? { header: top } : {}),
    ...(footer ? { footer } : {}),
    options: sections.flatMap(({ rows }) => rows.map(({ id, title }) => ({ id, title }))),
  };
}

function describeSection({ title, rows }: Section): string {
  const lines = rows.map((row) => [row.title, row.description].filter((part) => part?.trim()).join(": "));
  return [title ?? "", ...lines].filter((line) => line.trim() !== "").join("\n");
}

/** More choices than any menu holds: people answer by typing a number or a title. */
export function buttonsAsText(content: ContentOf<"buttons">, fitting: Fitting): MessageContent[] {
  return frameAsText(fitting, content, numbered(content.options));
}

export function listAsText(content: ContentOf<"list">, fitting: Fitting): MessageContent[] {
  const { text, header, footer, sections } = content;
  const rows = sections.flatMap((section) => section.rows);
  return frameAsText(fitting, { text, header: textHeader(header), footer }, numbered(rows));
}

function numbered(options: readonly Option[]): string {
  return options
    .map(({ id, title }, at) => `${at + 1}. ${oneLine(title, Number.POSITIVE_INFINITY) || id}`)
    .join("\n");
}
