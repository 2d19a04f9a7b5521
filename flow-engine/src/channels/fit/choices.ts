/** Questions with options: buttons and lists, as the platform has them, and numbered texts where it has neither. */
import type { ContentOf, Section } from "../../content/schema.ts";
import { type ChannelLimits, limitsOf, type Platform } from "../limits.ts";
import { bodyRoom, characters, oneLine, shorten } from "./cut.ts";
import { type FitNote, type Fitted, fitted, joined, otherwise } from "./fitted.ts";
import { fitHeader } from "./media.ts";
import { fitBody, fitText } from "./text.ts";

type Buttons = ContentOf<"buttons">;
type List = ContentOf<"list">;
interface Choice {
  id: string;
  title: string;
}

/** The label of a list's button when a flow gives none: a word that many languages share. */
const LIST_BUTTON = "Menu";

const rowsOf = ({ sections }: List): List["sections"][number]["rows"] => sections.flatMap(({ rows }) => rows);

export function replyButtons(content: Buttons, platform: Platform): Fitted | null {
  const { buttons } = limitsOf(platform);
  const { options } = content;
  if (options.length === 0 || options.length > buttons.count) return null;
  const header = fitHeader(content.header, platform, buttons.header);
  const { before, body } = fitBody(content.text, characters(buttons.body), platform);
  const words = oneLine(header.words, buttons.header);
  const head = header.media ?? (words ? ({ kind: "text", text: words } as const) : undefined);
  const footer = oneLine(content.footer ?? "", buttons.footer);
  const titles = fitTitles(options, buttons.title);
  return joined(
    header.before,
    fitted(
      [
        ...before,
        {
          type: "buttons",
          text: body,
          ...(head ? { header: head } : {}),
          ...(footer ? { footer } : {}),
          options: options.map(({ id }, at) => ({ id, title: titles[at] ?? id })),
        },
      ],
      ...shortened(options, titles),
    ),
  );
}

/** Buttons as the rows of a list. */
export function buttonsAsList(content: Buttons, platform: Platform): Fitted | null {
  const { list } = limitsOf(platform);
  const { header, footer, text, options } = content;
  if (!list || options.length === 0 || options.length > list.rows) return null;
  // A list's header is a text.
  const lead = fitHeader(header, platform, 0);
  const rows: List = {
    type: "list",
    text,
    button: LIST_BUTTON,
    ...(lead.words ? { header: lead.words } : {}),
    ...(footer ? { footer } : {}),
    sections: [{ rows: options }],
  };
  const note = otherwise(`${options.length} buttons are shown as a list.`);
  return joined(lead.before, fitted([], note), nativeList(rows, platform) ?? fitted([]));
}

export function nativeList(content: List, platform: Platform): Fitted | null {
  const { list } = limitsOf(platform);
  const sections = content.sections.filter(({ rows }) => rows.length > 0);
  const rows = rowsOf({ ...content, sections });
  if (!list || rows.length === 0 || rows.length > list.rows) return null;
  const header = oneLine(content.header ?? "", list.header);
  const footer = oneLine(content.footer ?? "", list.footer);
  const { before, body } = fitBody(content.text, characters(list.body), platform);
  return fitted([
    ...before,
    {
      type: "list",
      text: body,
      button: oneLine(content.button, list.button) || LIST_BUTTON,
      ...(header ? { header } : {}),
      ...(footer ? { footer } : {}),
      sections: sections.map((section, at) =>
        fitSection(section, list, sections.length > 1 ? `${at + 1}` : ""),
      ),
    },
  ]);
}

/** @param fallbackTitle a title is required as soon as there are two sections */
function fitSection(
  section: Section,
  list: NonNullable<ChannelLimits["list"]>,
  fallbackTitle: string,
): Section {
  const title = oneLine(section.title ?? "", list.sectionTitle) || fallbackTitle;
  return {
    ...(title ? { title } : {}),
    rows: section.rows.map(({ id, title: full, description }) => {
      const short = oneLine(full, list.rowTitle) || shorten(id, list.rowTitle);
      // A title that had to be cut is told in full below.
      const below = oneLine(description || (short.endsWith("…") ? full : ""), list.description);
      return { id, title: short, ...(below && below !== short ? { description: below } : {}) };
    }),
  };
}

/** Quick replies stand under a text: header and footer become lines of it. */
export function quickReplies(content: Buttons | List, platform: Platform): Fitted | null {
  const { buttons } = limitsOf(platform);
  const choices = choicesOf(content);
  if (choices.length === 0 || choices.length > buttons.count) return null;
  const limits = limitsOf(platform);
  const header = headerOf(content, platform);
  const text = paragraphs(header.words, content.text, descriptions(content), content.footer);
  const { before, body } = fitBody(text, bodyRoom(limits, buttons.body), platform);
  const titles = fitTitles(choices, buttons.title);
  const options = choices.map(({ id }, at) => ({ id, title: titles[at] ?? id }));
  const notes = content.type === "list" ? [otherwise("The list is shown as quick replies.")] : [];
  return joined(
    header.before,
    fitted([...before, { type: "buttons", text: body, options }], ...notes, ...shortened(choices, titles)),
  );
}

/** More choices than anything else holds: people answer by typing the number or the title. */
export function numberedText(content: Buttons | List, platform: Platform): Fitted {
  const header = headerOf(content, platform);
  const choices = choicesOf(content);
  const lines = choices.map(({ title, id }, at) => `${at + 1}. ${title.trim() || id}`).join("\n");
  const text = paragraphs(header.words, content.text, lines, content.footer);
  const notes =
    choices.length === 0 ? [] : [otherwise(`${choices.length} options are shown as a numbered text.`)];
  return joined(header.before, fitted([], ...notes), fitText({ type: "text", text }, platform));
}

function choicesOf(content: Buttons | List): readonly Choice[] {
  return content.type === "buttons" ? content.options : rowsOf(content);
}

function headerOf(content: Buttons | List, platform: Platform) {
  if (content.type === "buttons") return fitHeader(content.header, platform, 0);
  return { before: fitted([]), words: content.header ?? "" };
}

/** What rows say besides their titles would be lost on quick replies. */
function descriptions(content: Buttons | List): string {
  if (content.type === "buttons") return "";
  return rowsOf(content)
    .filter(({ description }) => description?.trim())
    .map(({ title, description }) => `${title}: ${description}`)
    .join("\n");
}

const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts
    .map((part) => part?.trim() ?? "")
    .filter((part) => part !== "")
    .join("\n\n");

/** Titles must differ: two that became the same by shortening get a number. */
function fitTitles(choices: readonly Choice[], max: number): string[] {
  const seen = new Set<string>();
  return choices.map(({ id, title }) => {
    const short = oneLine(title, max) || shorten(id, max);
    let unique = short;
    for (let n = 2; seen.has(unique); n++) unique = `${shorten(short, max - `${n}`.length - 1)} ${n}`;
    seen.add(unique);
    return unique;
  });
}

function shortened(choices: readonly Choice[], titles: readonly string[]): FitNote[] {
  const changed = choices.filter(({ title }, at) => titles[at] !== title.replace(/\s+/g, " ").trim());
  return changed.map(({ title }): FitNote => {
    return { code: "shortened", message: `The title “${title}” is too long and is shortened.` };
  });
}
