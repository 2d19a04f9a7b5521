/** Text as people compare it: without accents, case, or extra spaces. */

const MARKS = /[\u0300-\u036f]/g;

/** `"  ¡HÓLA   Ana "` → `"¡hola ana"`. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(/\s+/g, " ").trim();
}
