/** Which of some languages a person reads best. */

const tag = (language: string): string => language.toLowerCase().replaceAll("_", "-");
const primary = (language: string): string => tag(language).split("-", 1)[0] ?? "";

/**
 * The wanted language itself, else one of the same primary tag (`es` for `es-MX` and the other way round), else the
 * first there is.
 * @param wanted BCP 47, or WhatsApp's `es_MX`
 * @returns one of `offered` as written; null when there is none
 */
export function bestLanguage(wanted: string | null, offered: readonly string[]): string | null {
  if (wanted === null || wanted === "") return offered[0] ?? null;
  return (
    offered.find((language) => tag(language) === tag(wanted)) ??
    offered.find((language) => primary(language) === primary(wanted)) ??
    offered[0] ??
    null
  );
}
