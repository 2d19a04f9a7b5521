/** What a text must hold for a pattern to match it: lets one pass over a message leave out most patterns untried. */

/** Thrown, inside of this file only, at syntax whose meaning is not worth knowing here. */
class Unsure extends Error {}

const GROUP = /\((?:\?(?:P?<\w+>|[imsU]*(?:-[imsU]+)?[:)]))?/y;
const REPEAT = /(?:([*?])|\+|\{(\d+)(?:,\d*)?\})\??/y;
const CLASS = /\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y;
/** Classes of characters, places, control characters, and signs taken as they are. */
const ESCAPE = /\\(?:[dDsSwWbBAztnrfva]|[^\w\s])/y;
const LETTER = /[a-z0-9]/i;

/** One of these texts must be there. */
export type AnyOf = readonly string[];

/**
 * @param pattern RE2, as it is searched in plain text without regard to case
 * @returns what the folded message must contain: one text of each list; empty when nothing can be told. Only ASCII
 * letters and digits: those are the same in a plain and in a folded text.
 */
export function requiredLiterals(pattern: string): readonly AnyOf[] {
  try {
    return new Reader(pattern).all();
  } catch (error) {
    if (error instanceof Unsure) return [];
    throw error;
  }
}

class Reader {
  private at = 0;
  constructor(private readonly pattern: string) {}

  all(): AnyOf[] {
    const needs = this.alternatives();
    if (this.at < this.pattern.length) throw new Unsure();
    return needs;
  }

  /** Between alternatives, the need of each that says most, unless one needs nothing. */
  private alternatives(): AnyOf[] {
    const branches = [this.sequence()];
    while (this.pattern[this.at] === "|") {
      this.at++;
      branches.push(this.sequence());
    }
    const [only] = branches;
    if (only && branches.length === 1) return only;
    if (branches.some((needs) => needs.length === 0)) return [];
    return [branches.flatMap(strongest)];
  }

  /** Everything that one part after the other needs. */
  private sequence(): AnyOf[] {
    const needs: AnyOf[] = [];
    let run = "";
    const endRun = () => {
      if (run !== "") needs.push([run]);
      run = "";
    };
    for (let next = this.pattern[this.at]; next !== undefined; next = this.pattern[this.at]) {
      if (next === "|" || next === ")") break;
      if (LETTER.test(next)) {
        this.at++;
        const times = this.repeat();
        if (times !== "maybe") run += next.toLowerCase();
        if (times !== "once") endRun();
      } else {
        endRun();
        const inner = this.other(next);
        if (this.repeat() !== "maybe") needs.push(...inner);
      }
    }
    endRun();
    return needs;
  }

  private other(next: string): AnyOf[] {
    if (next === "(") return this.group();
    if (next === "[") this.skip(CLASS);
    else if (next === "\\") this.skip(ESCAPE);
    else this.at++;
    return [];
  }

  private group(): AnyOf[] {
    if (this.skip(GROUP).endsWith(")")) {
      // A repetition behind flags speaks of what stands before them.
      if (this.match(REPEAT)) throw new Unsure();
      return [];
    }
    if (this.pattern[this.at] === "?") throw new Unsure();
    const needs = this.alternatives();
    if (this.pattern[this.at] !== ")") throw new Unsure();
    this.at++;
    return needs;
  }

  /** How often what was just read must come. */
  private repeat(): "once" | "more" | "maybe" {
    let times: "once" | "more" | "maybe" = "once";
    for (let found = this.match(REPEAT); found; found = this.match(REPEAT)) {
      const [, sign, least] = found;
      if (sign !== undefined || Number(least ?? 1) === 0) times = "maybe";
      else if (times === "once") times = "more";
    }
    return times;
  }

  private skip(part: RegExp): string {
    const found = this.match(part);
    if (!found) throw new Unsure();
    return found[0];
  }

  private match(part: RegExp): RegExpExecArray | null {
    part.lastIndex = this.at;
    const found = part.exec(this.pattern);
    if (found) this.at += found[0].length;
    return found;
  }
}

/** The need whose shortest text is longest: it is in the fewest messages. */
function strongest(needs: readonly AnyOf[]): AnyOf {
  return needs.reduce((best, each) => (shortest(each) > shortest(best) ? each : best));
}

function shortest(texts: AnyOf): number {
  return Math.min(...texts.map(({ length }) => length));
}
