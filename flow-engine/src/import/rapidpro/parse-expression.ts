/** Reads RapidPro's expressions: `upper(contact.name) & "!"`, `fields.age + 1`. Only reads; nothing is evaluated. */

export type Expression =
  | { kind: "text"; value: string }
  | { kind: "number"; value: string }
  | { kind: "path"; path: string }
  | { kind: "call"; name: string; args: Expression[] }
  | { kind: "binary"; operator: string; left: Expression; right: Expression };

export class ExpressionError extends Error {}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.|"")*")|(\d+(?:\.\d+)?)|([A-Za-z_][\w]*(?:\.[A-Za-z0-9_]+|\[\s*(?:\d+|"[^"]*")\s*\])*)|(<=|>=|!=|==|[-+*/^&=<>(),]))/y;
/** Weakest first. */
const BINDING: readonly (readonly string[])[] = [
  ["=", "==", "!=", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];
/** Deeper nesting than people write. */
const MAX_DEPTH = 40;

interface Token {
  kind: "text" | "number" | "path" | "sign";
  value: string;
}

/** @throws ExpressionError when it can't be read */
export function parseExpression(source: string): Expression {
  const tokens = tokenize(source);
  const parser = new Parser(tokens);
  return parser.whole();
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new ExpressionError(`can't be read at character ${at + 1}`);
    const [, quoted, number, path, sign] = match;
    if (quoted !== undefined) tokens.push({ kind: "text", value: unquoted(quoted) });
    else if (number !== undefined) tokens.push({ kind: "number", value: number });
    else if (path !== undefined) tokens.push({ kind: "path", value: path });
    else if (sign !== undefined) tokens.push({ kind: "sign", value: sign });
  }
  return tokens;
}

function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replace(/""/g, '"').replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#binary(0);
    if (this.#at < this.#tokens.length) throw new ExpressionError("has something left over at its end");
    return expression;
  }

  #sign(): string | null {
    const token = this.#tokens[this.#at];
    return token?.kind === "sign" ? token.value : null;
  }

  #take(sign: string): void {
    if (this.#sign() !== sign) throw new ExpressionError(`misses a “${sign}”`);
    this.#at += 1;
  }

  #binary(level: number): Expression {
    const signs = BINDING[level];
    if (!signs) return this.#single();
    let left = this.#binary(level + 1);
    for (let sign = this.#sign(); sign !== null && signs.includes(sign); sign = this.#sign()) {
      this.#at += 1;
      left = { kind: "binary", operator: sign, left, right: this.#binary(level + 1) };
    }
    return left;
  }

  #single(): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new ExpressionError("is nested too deeply");
    const single = this.#atom();
    this.#depth -= 1;
    return single;
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token?.kind === "text" || token?.kind === "number") return { kind: token.kind, value: token.value };
    if (token?.kind === "path")
      return this.#sign() === "(" ? this.#call(token.value) : pathOrWord(token.value);
    if (token?.value === "-") {
      return { kind: "binary", operator: "-", left: { kind: "number", value: "0" }, right: this.#single() };
    }
    if (token?.value !== "(") throw new ExpressionError("can't be read");
    const inner = this.#binary(0);
    this.#take(")");
    return inner;
  }

  #call(name: string): Expression {
    this.#take("(");
    const args: Expression[] = [];
    while (this.#sign() !== ")") {
      if (args.length > 0) this.#take(",");
      args.push(this.#binary(0));
    }
    this.#take(")");
    return { kind: "call", name: name.toLowerCase(), args };
  }
}

function pathOrWord(path: string): Expression {
  return { kind: "path", path: path.replace(/\[\s*"?([^\]"]*)"?\s*\]/g, ".$1") };
}
