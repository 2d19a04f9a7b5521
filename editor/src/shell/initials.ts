/** What a person's picture shows: the first letters of the first two words of the name. */

/** By letters as people see them: an emoji or a letter with its accent is never cut in two. */
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** `Ana Ruiz` → `AR`; empty for a name of nothing. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).slice(0, 2);
  return words
    .map((word) => [...letters.segment(word)][0]?.segment ?? "")
    .join("")
    .toLocaleUpperCase();
}
