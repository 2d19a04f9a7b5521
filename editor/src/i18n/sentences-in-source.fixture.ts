/** For tests: the English sentences that stand in the source of the engine or the server. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";

const root = path.resolve(import.meta.dirname, "../../..");

/** Said to developers and language models, or in the log of a session: no sentences for people. */
const NOT_FOR_PEOPLE = /\.describe$|^(summary|description)$/;
/** With a capital, a quote or a place at the beginning, and a full stop at the end. */
const SENTENCE = /^(?:\p{Lu}|“|0).* .*\.$/su;

/** Files of TypeScript in a folder, however deep, or one file. @param place from the root of the repository */
export function sourcesIn(place: string): string[] {
  const whole = path.join(root, place);
  if (!statSync(whole).isDirectory()) return [whole];
  return readdirSync(whole, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file) && !/\.([ip]?test|fixture)\.ts$/.test(file))
    .map((file) => path.join(whole, file));
}

/** Texts of a file that look like sentences; `0` stands in the places of values. */
export function sentencesOf(file: string, shape = SENTENCE): string[] {
  const { program } = parseSync(file, readFileSync(file, "utf8"), { sourceType: "module" });
  const left = new Set<ESTree.Node>();
  const found: string[] = [];
  const note = (node: ESTree.Node, text: string) => {
    if (!left.has(node) && shape.test(text)) found.push(text);
  };
  new Visitor({
    CallExpression({ callee, arguments: given }) {
      if (NOT_FOR_PEOPLE.test(methodOf(callee))) for (const node of given) left.add(node);
    },
    Property({ key, value }) {
      if (key.type === "Identifier" && NOT_FOR_PEOPLE.test(key.name)) left.add(value);
    },
    Literal(node) {
      if (typeof node.value === "string") note(node, node.value);
    },
    TemplateLiteral(node) {
      note(node, node.quasis.map(({ value }) => value.cooked ?? "").join("0"));
    },
  }).visit(program);
  return found;
}

function methodOf(callee: ESTree.Node): string {
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return "";
  return `.${callee.property.name}`;
}
