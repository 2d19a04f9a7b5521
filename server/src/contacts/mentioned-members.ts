/** Whom a note is for: members whose name it has after an @, whatever the capitals and accents. Pure. */
import { foldText } from "@hilo/flow-engine";

const IN_A_WORD = /[\p{L}\p{N}]/u;

/**
 * Of two names that begin alike the longer one counts where it is written out.
 * @param names of the members, by their ids
 * @returns ids
 */
export function mentionedMembers(text: string, names: ReadonlyMap<string, string>): string[] {
  const folded = foldText(text);
  const longestFirst = [...names]
    .map(([userId, name]) => ({ userId, name: foldText(name) }))
    .filter(({ name }) => name !== "")
    .sort((a, b) => b.name.length - a.name.length);
  const found = new Set<string>();
  for (let at = folded.indexOf("@"); at >= 0; at = folded.indexOf("@", at + 1)) {
    const after = folded.slice(at + 1);
    const longest = longestFirst.find(({ name }) => isNamed(after, name));
    // Two members of one name are both meant.
    for (const { userId, name } of longestFirst) if (longest?.name === name) found.add(userId);
  }
  return [...found];
}

const isNamed = (after: string, name: string): boolean =>
  after.startsWith(name) && !IN_A_WORD.test(after.charAt(name.length));
