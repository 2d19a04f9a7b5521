/** Search as people type: words in any order, blind to case and accents, numbers with spaces or dashes as they like. */

const DIACRITICS = /[\u0300-\u036f]/g;
const BETWEEN_DIGITS = /(?<=\d)[\s().-]+(?=\d)/g;

/** Without case and accents, as `foldedSql` makes a text in the database. */
export const foldText = (text: string): string => text.normalize("NFD").replace(DIACRITICS, "").toLowerCase();

/** @param text an expression in SQL that gives one */
export const foldedSql = (text: string): string =>
  `lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** @returns a LIKE pattern for each word, all of which have to be found; null: everything fits */
export function searchWords(search: string | undefined): string[] | null {
  const words = foldText(search ?? "")
    .replace(BETWEEN_DIGITS, "")
    .split(/\s+/)
    .filter(Boolean);
  return words.length === 0 ? null : words.map(within);
}

/** A LIKE pattern for a search that is taken as it is; null: everything fits. */
export const likePattern = (search: string | undefined): string | null => (search ? within(search) : null);

/** A LIKE pattern for what is found anywhere, letter by letter: `%` and `_` mean themselves. */
export const within = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * A condition in SQL: each word is in one of the texts.
 * @param words the parameter with `searchWords`, e.g. `$2`
 * @param texts columns, which may be null
 */
export function holdsWords(words: string, ...texts: string[]): string {
  const all = foldedSql(`concat_ws(' ', ${texts.join(", ")})`);
  return `(${words}::text[] IS NULL OR ${all} LIKE ALL (${words}::text[]))`;
}
