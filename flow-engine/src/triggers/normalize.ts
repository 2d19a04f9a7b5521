/** The two foldings of text: the public contract's, to the letter, and the wider one that flows are matched by. */

/** Combining diacritical marks: accents once a letter is decomposed. Marks of other scripts are letters' parts and stay. */
const DIACRITICS = /[\u0300-\u036f]/g;
/** Invisible characters: zero-width joiners and spaces, soft hyphens, direction marks, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The folding of `matchesTrigger`: trimmed, decomposed (NFD), stripped of U+0300–U+036F, lower-cased.
 * When decomposing throws: trimmed and lower-cased only.
 */
export function normalizeTriggerText(text: string): string {
  const trimmed = text.trim();
  try {
    return trimmed.normalize("NFD").replace(DIACRITICS, "").toLowerCase();
  } catch {
    return trimmed.toLowerCase();
  }
}

/** Runs of what is neither ASCII nor Latin-1: little or nothing of most messages. */
const BEYOND_LATIN_1 = /[\u0100-\uffff]+/g;
const ABOVE_ASCII = /[\x80-\xff]/;
const EACH_ABOVE_ASCII = /[\x80-\xff]/g;
const UNEVEN_SPACE = /[^\S ]| {2}|^ | $/;

/**
 * What flows match keywords, typed options and skip words by: also blind to width (`ｈｏｌａ`), to case beyond
 * lower-casing (`ß` is `ss`, `ς` is `σ`), to invisible characters, and to the amount of white space.
 * Folding twice gives the same as folding once.
 */
export function foldText(text: string): string {
  if (text !== lastFolded.text) lastFolded = { text, folded: fold(text) };
  return lastFolded.folded;
}

/** One message is looked at by many: global words, triggers, the options of a wait. */
let lastFolded = { text: "", folded: "" };

/** Nothing in it changes but its case. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  // Character by character where that is the same and much faster: nothing of Latin-1 depends on its neighbours.
  const latin = text.replace(BEYOND_LATIN_1, foldRun).toLowerCase();
  const folded = ABOVE_ASCII.test(latin) ? latin.replace(EACH_ABOVE_ASCII, foldLatin1) : latin;
  return UNEVEN_SPACE.test(folded) ? folded.replace(/\s+/gu, " ").trim() : folded;
}

/** Ellipses, quotes, emoji and the short words of a language come again and again. */
const MAX_KNOWN_UNITS = 8;
const MAX_KNOWN = 4_096;
const knownRuns = new Map<string, string>();

function foldRun(run: string): string {
  if (run.length > MAX_KNOWN_UNITS) return foldCharacters(run);
  const known = knownRuns.get(run);
  if (known !== undefined) return known;
  const folded = foldCharacters(run);
  if (knownRuns.size >= MAX_KNOWN) knownRuns.clear();
  knownRuns.set(run, folded);
  return folded;
}

function foldCharacters(text: string): string {
  // Upper-casing opens what lower-casing leaves shut (ß, ŉ, ligatures); it may compose again, so strip after both.
  const cased = strip(text).toLowerCase().toUpperCase().toLowerCase();
  return strip(cased).replaceAll("ς", "σ");
}

/** The foldings of U+0080 to U+00FF. */
const LATIN_1 = Array.from({ length: 0x80 }, (_, i) => foldCharacters(String.fromCharCode(0x80 + i)));

function foldLatin1(character: string): string {
  return LATIN_1[character.charCodeAt(0) - 0x80] ?? character;
}

/** Decomposed by compatibility, without accents and invisible characters. */
function strip(text: string): string {
  return text.normalize("NFKD").replace(DIACRITICS, "").replace(INVISIBLE, "");
}

/** What patterns search in: without accents, width and invisible characters, but with its case, lines and spaces. */
export function plainText(text: string): string {
  return strip(text).normalize("NFC").trim();
}

/** A pattern as it is searched: accents off, as they are off in the text. Everything of its syntax is ASCII and stays. */
export function plainPattern(pattern: string): string {
  return pattern.normalize("NFD").replace(DIACRITICS, "").normalize("NFC");
}
