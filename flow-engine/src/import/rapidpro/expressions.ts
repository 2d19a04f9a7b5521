/** RapidPro's `@expressions` → our templates, as far as a template can say it. What can't stays as it was, and is told. */
import { compileTemplate } from "../../expressions/templates.ts";
import { FILTERS } from "./functions.ts";
import { type Expression, parseExpression } from "./parse-expression.ts";
import type { RapidProPaths } from "./paths.ts";

export interface Translated {
  text: string;
  /** Expressions that have no counterpart, as they were written. */
  untranslated: string[];
}

class Untranslatable extends Error {}

/** Roots of paths; `@` before any other word is just a character. */
const ROOTS =
  "contact|fields|results|input|urns|globals|webhook|child|parent|run|trigger|node|resume|ticket|locals|legacy_extra";
const SIMPLE = new RegExp(`^(?:${ROOTS})(?:\\.[A-Za-z0-9_]+|\\[\\d+\\])*(?![A-Za-z0-9_])`);

export class RapidProExpressions {
  readonly #paths: RapidProPaths;

  constructor(paths: RapidProPaths) {
    this.#paths = paths;
  }

  translate(source: string): Translated {
    const untranslated: string[] = [];
    const text = pieces(source)
      .map((piece) => {
        if (piece.kind === "text") return literal(piece.text);
        try {
          const out = this.#output(parseExpression(piece.text));
          compileTemplate(out);
          return out;
        } catch {
          untranslated.push(piece.whole);
          return literal(piece.whole);
        }
      })
      .join("");
    return { text, untranslated };
  }

  /** The path that an operand is, without anything done to it; null for all others. */
  lonePath(source: string): string | null {
    const [only, ...others] = pieces(source.trim());
    if (only?.kind !== "expression" || others.length > 0) return null;
    try {
      const expression = parseExpression(only.text);
      const value = expression.kind === "path" ? this.#paths.value(expression.path) : null;
      return value === null || value.includes("|") ? null : value;
    } catch {
      return null;
    }
  }

  #output(expression: Expression): string {
    switch (expression.kind) {
      case "text":
        return literal(expression.value);
      case "number":
        return expression.value;
      case "binary":
        if (expression.operator === "&")
          return this.#output(expression.left) + this.#output(expression.right);
        return `{{ ${this.#chain(expression)} }}`;
      case "call":
        if (expression.name === "if") return this.#choice(expression.args);
        if (expression.name === "concatenate")
          return expression.args.map((arg) => this.#output(arg)).join("");
        return `{{ ${this.#chain(expression)} }}`;
      case "path":
        return `{{ ${this.#chain(expression)} }}`;
    }
  }

  #choice([test, yes, no]: readonly Expression[]): string {
    if (!test || !yes) throw new Untranslatable();
    const otherwise = no ? `{% else %}${this.#output(no)}` : "";
    return `{% if ${this.#test(test)} %}${this.#output(yes)}${otherwise}{% endif %}`;
  }

  #test(expression: Expression): string {
    if (expression.kind === "call" && (expression.name === "and" || expression.name === "or"))
      return expression.args.map((arg) => this.#test(arg)).join(` ${expression.name} `);
    if (expression.kind !== "binary") return this.#atom(expression);
    const { operator, left, right } = expression;
    if (!/^(=|==|!=|<|>|<=|>=)$/.test(operator)) throw new Untranslatable();
    return `${this.#atom(left)} ${operator === "=" ? "==" : operator} ${this.#atom(right)}`;
  }

  /** A value with filters behind it, as it stands between `{{` and `}}`. */
  #chain(expression: Expression): string {
    if (expression.kind === "binary") {
      const filter = { "+": "plus", "-": "minus", "*": "times", "/": "divided_by" }[expression.operator];
      if (!filter) throw new Untranslatable();
      return `${this.#chain(expression.left)} | ${filter}: ${this.#atom(expression.right)}`;
    }
    if (expression.kind !== "call") return this.#value(expression);
    if (expression.name === "today" || expression.name === "now") return "system.now";
    const filter = Object.hasOwn(FILTERS, expression.name) ? FILTERS[expression.name] : undefined;
    const [first, ...rest] = expression.args;
    if (!filter || !first) throw new Untranslatable();
    const written = filter(rest.map((arg) => this.#atom(arg)));
    if (written === null) throw new Untranslatable();
    return `${this.#chain(first)} | ${written}`;
  }

  /** What may stand behind a colon or beside a comparison: no filters. */
  #atom(expression: Expression): string {
    const value = this.#value(expression);
    if (value.includes("|") && expression.kind === "path") throw new Untranslatable();
    return value;
  }

  #value(expression: Expression): string {
    if (expression.kind === "number") return expression.value;
    if (expression.kind === "text") {
      if (expression.value.includes('"') && expression.value.includes("'")) throw new Untranslatable();
      return expression.value.includes('"') ? `'${expression.value}'` : `"${expression.value}"`;
    }
    if (expression.kind !== "path") throw new Untranslatable();
    if (/^(true|false)$/i.test(expression.path)) return expression.path.toLowerCase();
    const value = this.#paths.value(expression.path);
    if (value === null) throw new Untranslatable();
    return value;
  }
}

type Piece = { kind: "text"; text: string } | { kind: "expression"; text: string; whole: string };

/** Cuts a text at its expressions. `@@` is an `@`. */
function pieces(source: string): Piece[] {
  const found: Piece[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") found.push({ kind: "text", text });
    text = "";
  };
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const end = source[at] === "@" ? expressionEnd(rest) : null;
    if (rest.startsWith("@@")) {
      text += "@";
      at += 2;
    } else if (end === null) {
      text += source[at];
      at += 1;
    } else {
      flush();
      const whole = rest.slice(0, end);
      found.push({
        kind: "expression",
        whole,
        text: whole.startsWith("@(") ? whole.slice(2, -1) : whole.slice(1),
      });
      at += end;
    }
  }
  flush();
  return found;
}

/** Where the expression that a text begins with ends; null when it begins with none. */
function expressionEnd(rest: string): number | null {
  if (!rest.startsWith("@(")) {
    const path = SIMPLE.exec(rest.slice(1))?.[0];
    return path === undefined ? null : path.length + 1;
  }
  let depth = 0;
  let quoted = false;
  for (let at = 1; at < rest.length; at += 1) {
    const sign = rest[at];
    if (sign === '"' && rest[at - 1] !== "\\") quoted = !quoted;
    if (quoted) continue;
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** Braces in words are no template. */
function literal(text: string): string {
  return text.replace(/\{(?=[{%])/g, "{ ");
}
