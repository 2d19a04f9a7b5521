/** Typebot's texts: rich text to WhatsApp's marks, `{{Name}}` to our templates. JavaScript is found, never run. */
import type { SafeNames } from "../safe-names.ts";
import { asRecord, listAt, textAt } from "../values.ts";

/** What was found in a text besides words. */
export interface Converted {
  text: string;
  /** What its author has to know, in sentences. */
  notes: string[];
}

/** Blocks of a text: between them lines break. */
const BLOCKS = new Set(["p", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "lic"]);

export const JAVASCRIPT_NOTE =
  "It has JavaScript in it, which is never run here. Do the same with a “Set” step, or with a request to your own server.";

/** The words of a text bubble, with WhatsApp's marks and Typebot's variables still in them. */
export function richText(content: unknown): string {
  const rich = listAt(content, "richText");
  if (rich.length > 0)
    return rich
      .map((element) => written(element).replace(/\n+$/, ""))
      .join("\n")
      .trim();
  const plain = textAt(content, "plainText");
  return (plain || stripTags(textAt(content, "html"))).trim();
}

function written(element: unknown): string {
  const { type, children, text } = asRecord(element);
  if (typeof text === "string") return marked(element, text);
  const inner = (Array.isArray(children) ? children : []).map(written).join("");
  if (type === "a") return linked(inner, textAt(element, "url"));
  if (type === "li") return `- ${inner.trim()}\n`;
  return typeof type === "string" && BLOCKS.has(type) ? `${inner.replace(/\n+$/, "")}\n` : inner;
}

/** Marks hug the words: WhatsApp shows `* bold *` as it stands. */
function marked(leaf: unknown, text: string): string {
  const { bold, italic, strikethrough } = asRecord(leaf);
  const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === "") return text;
  const marks = `${bold === true ? "*" : ""}${italic === true ? "_" : ""}${strikethrough === true ? "~" : ""}`;
  return `${before}${marks}${words}${[...marks].reverse().join("")}${after}`;
}

function linked(words: string, url: string): string {
  if (url === "" || words.trim() === url) return words;
  return words.trim() === "" ? url : `${words} (${url})`;
}

function stripTags(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:div|p|li)>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}

const CODE = /\{\{=[\s\S]*?=\}\}/g;
const VARIABLE = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Turns `{{Name}}` of declared variables into ours; what is not declared would come out empty in Typebot too. */
export class TypebotTexts {
  readonly #names: SafeNames;
  readonly #declared: ReadonlyMap<string, string>;

  /** @param variables id → name */
  constructor(names: SafeNames, variables: ReadonlyMap<string, string>) {
    this.#names = names;
    this.#declared = variables;
  }

  /** Our name of the variable with an id; null when there is none. */
  variable(id: unknown): string | null {
    const name = typeof id === "string" ? this.#declared.get(id) : undefined;
    return name === undefined ? null : this.#names.of(name);
  }

  convert(source: string): Converted {
    const notes = new Set<string>();
    const known = new Set(this.#declared.values());
    const text = source
      .replace(CODE, () => {
        notes.add(JAVASCRIPT_NOTE);
        return "";
      })
      .replace(VARIABLE, (_whole, name: string) => {
        if (known.has(name)) return `{{ ${this.#names.of(name)} }}`;
        notes.add(`There is no variable “${name}”; its place is empty.`);
        return "";
      })
      .replace(/\{%/g, "{ %")
      .replace(/\{\{(?! \w+ \}\})/g, "{ {");
    return { text, notes: [...notes] };
  }
}
