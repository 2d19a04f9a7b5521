/** Regular expressions that can't hang: RE2 syntax, linear time. */
import { RE2JS } from "re2js";

export type Pattern = ReturnType<typeof RE2JS.compile>;

/** A pattern that does not parse: an author's mistake, found at save. */
export class PatternSyntaxError extends Error {}

/** @throws PatternSyntaxError with RE2's reason */
export function compilePattern(source: string): Pattern {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    throw new PatternSyntaxError(error instanceof Error ? error.message : String(error));
  }
}

export const matchesWhole = (pattern: Pattern, text: string): boolean => pattern.matches(text);
export const findsIn = (pattern: Pattern, text: string): boolean => pattern.matcher(text).find();
