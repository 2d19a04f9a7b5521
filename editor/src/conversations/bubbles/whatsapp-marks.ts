/** WhatsApp's marks in a text as a tree: *bold* _italic_ ~strike~ ```mono``` and links. Never HTML. */

export type MarkedText =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike"; children: MarkedText[] }
  | { kind: "mono"; text: string }
  | { kind: "link"; href: string; text: string };

const MARKS = { "*": "bold", _: "italic", "~": "strike" } as const;
type MarkSign = keyof typeof MARKS;

const isSign = (char: string | undefined): char is MarkSign =>
  char !== undefined && Object.hasOwn(MARKS, char);
/** Marks stand at the edges of words: `2*3*4` and `snake_case_name` stay as written. */
const isEdge = (char: string | undefined) => char === undefined || !/[\p{L}\p{N}]/u.test(char);
const isSpace = (char: string | undefined) => char === undefined || /\s/.test(char);

const FENCE = "```";

/** Parses a message's text. `open` are the marks around it: none nests in itself, so depth is at most three. */
export function parseMarks(text: string, open: readonly MarkSign[] = []): MarkedText[] {
  const parts: MarkedText[] = [];
  let plainFrom = 0;
  let at = 0;
  const flush = (until: number) => {
    if (until > plainFrom) parts.push(...withLinks(text.slice(plainFrom, until)));
  };
  while (at < text.length) {
    const found = monoAt(text, at) ?? markAt(text, at, open);
    if (!found) {
      at += 1;
      continue;
    }
    flush(at);
    parts.push(found.part);
    at = found.end;
    plainFrom = at;
  }
  flush(text.length);
  return parts;
}

interface Found {
  part: MarkedText;
  /** Where the text goes on. */
  end: number;
}

function monoAt(text: string, at: number): Found | null {
  if (!text.startsWith(FENCE, at)) return null;
  const close = text.indexOf(FENCE, at + FENCE.length + 1);
  if (close < 0) return null;
  return { part: { kind: "mono", text: text.slice(at + FENCE.length, close) }, end: close + FENCE.length };
}

function markAt(text: string, at: number, open: readonly MarkSign[]): Found | null {
  const sign = text[at];
  if (!isSign(sign) || open.includes(sign)) return null;
  if (!isEdge(text[at - 1]) || isSpace(text[at + 1]) || text[at + 1] === sign) return null;
  const close = closingSign(text, at, sign);
  if (close < 0) return null;
  const children = parseMarks(text.slice(at + 1, close), [...open, sign]);
  return { part: { kind: MARKS[sign], children }, end: close + 1 };
}

/** The sign that closes the one at `from`, on the same line; -1 when there is none. */
function closingSign(text: string, from: number, sign: MarkSign): number {
  for (let at = from + 2; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === sign && !isSpace(text[at - 1]) && isEdge(text[at + 1])) return at;
  }
  return -1;
}

/** Web addresses only: no other scheme becomes a link, whatever a customer sends. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"']+/gi;
/** Punctuation at the end belongs to the sentence, not to the address. */
const TRAILING = /[.,;:!?)\]}*_~]+$/;

function withLinks(text: string): MarkedText[] {
  const parts: MarkedText[] = [];
  let from = 0;
  for (const match of text.matchAll(WEB_ADDRESS)) {
    const address = match[0].replace(TRAILING, "");
    if (!URL.canParse(address)) continue;
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    parts.push({ kind: "link", href: address, text: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}
