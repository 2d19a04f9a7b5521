/** The caret of the text in which somebody types stays at its letters while others write into the same text. */
import { flushSync } from "react-dom";
import { carriedPlace } from "../document/merge/merge-text.ts";

/** Browsers put the caret at the end of a text that is given anew. */
export function keepingCaret<T>(change: () => T): T {
  const before = caretNow();
  // Drawn at once: between two drawings somebody could type at the wrong place.
  const result = flushSync(change);
  if (before) putBack(before);
  return result;
}

type Field = HTMLTextAreaElement | HTMLInputElement;

interface Caret {
  field: Field;
  text: string;
  start: number;
  end: number;
  direction: "forward" | "backward" | "none";
}

function caretNow(): Caret | null {
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return null;
  const { value: text, selectionStart: start, selectionEnd: end, selectionDirection } = field;
  // Fields of numbers and dates have none.
  if (start === null || end === null) return null;
  return { field, text, start, end, direction: selectionDirection ?? "none" };
}

function putBack({ field, text, start, end, direction }: Caret): void {
  if (document.activeElement !== field || field.value === text) return;
  const place = (at: number) => carriedPlace(text, field.value, at);
  field.setSelectionRange(place(start), place(end), direction);
}
