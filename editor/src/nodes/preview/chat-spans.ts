/** Cuts a text into what a phone would draw differently. */

export interface ChatSpan {
  kind: "text" | "bold" | "italic" | "strike" | "mono" | "variable";
  text: string;
}

/** `{{ … }}` first, then WhatsApp's marks: they count only around words, as `*so*`, not in `2*3*4`. */
const SPAN =
  /\{\{-?\s*(?<variable>[^{}]*?)\s*-?\}\}|\{%.*?%\}|```(?<mono>[^`]+)```|(?<![\p{L}\p{N}])(?:\*(?<bold>\S(?:[^*\n]*\S)?)\*|_(?<italic>\S(?:[^_\n]*\S)?)_|~(?<strike>\S(?:[^~\n]*\S)?)~)(?![\p{L}\p{N}])/gu;

export function chatSpans(text: string): ChatSpan[] {
  const spans: ChatSpan[] = [];
  let at = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match.index > at) spans.push({ kind: "text", text: text.slice(at, match.index) });
    at = match.index + match[0].length;
    const span = marked(match.groups ?? {});
    // Logic tags decide what is said and are not said themselves.
    if (span) spans.push(span);
  }
  if (at < text.length) spans.push({ kind: "text", text: text.slice(at) });
  return spans;
}

function marked(groups: Record<string, string | undefined>): ChatSpan | null {
  const { variable, mono, bold, italic, strike } = groups;
  if (variable !== undefined) return { kind: "variable", text: variableName(variable) };
  if (mono !== undefined) return { kind: "mono", text: mono };
  if (bold !== undefined) return { kind: "bold", text: bold };
  if (italic !== undefined) return { kind: "italic", text: italic };
  if (strike !== undefined) return { kind: "strike", text: strike };
  return null;
}

/** `contact.name | default: 'amigo'` reads as its name alone. */
function variableName(expression: string): string {
  return (expression.split("|")[0] ?? "").trim() || "…";
}
