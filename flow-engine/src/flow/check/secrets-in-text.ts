/** Keys, passwords and card numbers written into a flow, where everybody who may open it reads them. */
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

/** Shapes that keys of well-known services have, and nothing else. */
const SHAPES: readonly [what: string, shape: RegExp][] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ["an access token of Meta", /\bEAA[A-Za-z0-9]{40,}/],
  ["a key of a language model's provider", /\bsk-[A-Za-z0-9_-]{20,}/],
  ["a key of Stripe", /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/],
  ["a token of GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/],
  ["a key of AWS", /\bA(?:KIA|SIA)[0-9A-Z]{16}\b/],
  ["a key of Google", /\bAIza[\w-]{35}\b/],
  ["a token of Slack", /\bxox[abprs]-[A-Za-z0-9-]{10,}/],
  ["a signed token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ["a password in an address", /\bhttps?:\/\/[^\s/:@{}]+:[^\s/:@{}]+@/],
  ["a bearer token", /\bBearer\s+(?!\{\{)[\w.~+/-]{20,}/],
];
const CARD = /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g;

export function checkSecretsInText(graph: FlowGraph): Problem[] {
  return graph.nodes.flatMap((node) => {
    const found = new Set(stringsIn(node.envelope.data).flatMap(secretsIn));
    return [...found].map((what) => problem(node, what));
  });
}

function problem({ id, label }: CheckedNode, what: string): Problem {
  const message = `${label} seems to hold ${what}. Store it under a name in the settings (Secrets), and use the name.`;
  return { code: "secret-in-text", severity: "warning", nodeId: id, message };
}

function secretsIn(text: string): string[] {
  const shapes = SHAPES.flatMap(([what, shape]) => (shape.test(text) ? [what] : []));
  return (text.match(CARD) ?? []).some(isCardNumber) ? [...shapes, "the number of a card"] : shapes;
}

/** Luhn's sum, and the first digit of a known issuer: phone numbers and orders seldom have both. */
function isCardNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, "")].map(Number).toReversed();
  const sum = digits.reduce((total, digit, at) => {
    const value = at % 2 === 0 ? digit : digit * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && /^[3456]/.test(text) && digits.length >= 13;
}

/** Every text of a JSON value, however deep. */
function stringsIn(value: unknown): string[] {
  const open = [value];
  const strings: string[] = [];
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    if (typeof next === "string") strings.push(next);
    else if (typeof next === "object" && next !== null) open.push(...Object.values(next));
  }
  return strings;
}
