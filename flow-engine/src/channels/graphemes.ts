/** Where one character ends as people see it: letters with their marks, emoji with their joints, flags, syllables. Pure; never cuts where Unicode's rules (UAX #29) would not. */

const EXTEND = "[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d\\u0e33\\u0eb3\\uff9e\\uff9f\\u{e0020}-\\u{e007f}]";
/** Numbers signs of Arabic and the like, which belong to what follows. */
const PREPEND =
  "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u0d4e\\u{110bd}\\u{110cd}\\u{111c2}\\u{111c3}\\u{1193f}\\u{11941}\\u{11a3a}\\u{11a84}-\\u{11a89}\\u{11d46}\\u{11f02}]";
const EMOJI = `\\p{ExtPict}(?:${EXTEND}*\\u200d\\p{ExtPict})*`;
/** Two letters that a virama (or one of its kin in Myanmar, Khmer, Bali) writes as one. */
const CONJUNCT = `\\p{L}(?:${EXTEND}*[\\u094d\\u09cd\\u0acd\\u0b4d\\u0c4d\\u0d4d\\u1039\\u17d2\\u1a60\\u1b44\\u1bab\\ua9c0\\uaaf6\\u{10a3f}\\u{11133}\\u{113d0}\\u{1193e}\\u{11a47}\\u{11a99}\\u{11f42}]${EXTEND}*\\p{L})+`;
const HANGUL =
  "[\\u1100-\\u115f\\ua960-\\ua97f]*[\\uac00-\\ud7a3][\\u1160-\\u11ff\\ud7b0-\\ud7ff]*|[\\u1100-\\u115f\\ua960-\\ua97f]+[\\u1160-\\u11ff\\ud7b0-\\ud7ff]*|[\\u1160-\\u11ff\\ud7b0-\\ud7ff]+";

const GRAPHEME = new RegExp(
  `\\r\\n|${PREPEND}*(?:\\p{RI}{2}|${HANGUL}|${EMOJI}|${CONJUNCT}|[^])${EXTEND}*`,
  "uy",
);

/** Index just behind the character that begins at `from`. @param from a place between two characters, before the end */
export function graphemeEnd(text: string, from: number): number {
  GRAPHEME.lastIndex = from;
  return GRAPHEME.test(text) ? GRAPHEME.lastIndex : text.length;
}
