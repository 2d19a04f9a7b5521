/** Texts as hard as people's: accents, width, case, scripts, invisible characters; many alike, so that they meet. */
import fc from "fast-check";

const PIECES = [
  ..."abAB 1",
  "hola",
  "HÓLA",
  "ho\u0301la",
  "ｈｏｌａ",
  "ho",
  "la",
  "más",
  "mas",
  "informacio\u0301n",
  "Información",
  "straße",
  "STRASSE",
  "ﬁn",
  "FIN",
  "İ",
  "I",
  "ı",
  "i\u0307",
  "σας",
  "ΣΑΣ",
  "ŉ",
  "Å",
  "\u212b",
  "ª",
  "½",
  "订单",
  "ガ",
  "か\u3099",
  "कि",
  "שלום",
  "👍",
  "👍🏽",
  "1️⃣",
  "👩‍👧",
  "_",
  "*",
  "!",
  "¿",
  "\u00a0",
  "\n",
  "  ",
  "\u200b",
  "\u200f",
  "\u202e",
  "\u00ad",
  "\ufeff",
  "\u0301",
  "\ud83d",
  "default",
];

export const piece = fc.constantFrom(...PIECES);

/** @param maxPieces each of one to a dozen characters */
export function hardText(maxPieces: number): fc.Arbitrary<string> {
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(""));
}

/** RE2 patterns of every kind of syntax, about texts that the other texts hold. */
export const hardPattern: fc.Arbitrary<string> = fc.letrec<{ node: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom("a", "b", "A", "hola", "ho", "la", "mas", "más", "fin", "1", "ss", "i", "k", "s"),
    fc.constantFrom(".", "\\s", "\\d", "\\w", "\\b", "^", "$", "[ab]", "[^a]", "[]a]", "[[:alpha:]1]", "\\*"),
    fc.constantFrom("(?i)", "\\x61", "\\p{L}", "\\Qa|b\\E", "订", " ", "\\n"),
    tie("node").map((inner) => `(${inner})`),
    tie("node").map((inner) => `(?:${inner})`),
    tie("node").map((inner) => `(?P<n>${inner})`),
    tie("node").map((inner) => `(?s-i:${inner})`),
  ),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("atom"),
    fc
      .tuple(tie("atom"), fc.constantFrom("?", "*", "+", "{2}", "{0,2}", "{1,}", "+?", "{,2}"))
      .map((each) => each.join("")),
    fc.tuple(tie("node"), tie("node")).map((each) => each.join("")),
    fc.tuple(tie("node"), tie("node")).map((each) => each.join("|")),
  ),
})).node;
