/** For tests: which texts a source gives to `t`, and which English it draws without. */
import { type ESTree, parseSync, Visitor } from "vite";

/** Attributes and properties that people read or hear. */
const READ =
  /^(label|placeholder|title|aria-label|aria-description|description|alt|error|legend|hint|help|message|heading|empty|text|suffix|itemName|nothingFoundMessage|\w+Label|\w+Words)$/;
/** Properties of marked lists that are for the program. */
const FOR_CODE = /^(id|to|key|kind|type|code|severity|value|path|example)$/;
/** Names, formats and examples that are the same in every language. */
const SAME_EVERYWHERE =
  /\{\{.*?\}\}|https?:\/\/[^\s{]*|\/\w\S*|\S+@\S+|&\w+;|\b(WhatsApp( Manager)?|Instagram|Messenger|Meta|Hilo|openai|Lucía Ramos|JSON|HTTPS?|URL|API|UTC|CSV|PO|PDF|MB|min|Alt|es|de|fr|pt-BR)\b/g;
/** `order.items`, `SUMMER-10`, `menu.pdf`, `application/json` */
const NO_WORD = /^(?:[A-Z\d-]+|\S*[_.[\]\d/:]\S*\w)$/;
/** What draws words, and where its texts stand: `t("…")`, `tCount(n, "…", "…")`. */
const SPEAKERS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  t: [0, 1],
  tCount: [1, 3],
};

export interface WordsInCode {
  /** Texts given to `t`, and those in lists marked `// t:`, which are given to it where they are drawn. */
  said: string[];
  raw: { line: number; text: string }[];
}

/** @param file its name says whether there is JSX in it */
export function wordsInCode(file: string, code: string): WordsInCode {
  const { program, comments } = parseSync(file, code, { sourceType: "module" });
  const said: string[] = [];
  const raw = new Map<number, string>();
  const note = (text: string, at: number) => {
    if (isEnglish(text)) raw.set(at, text.trim().replace(/\s+/g, " "));
  };
  const noteValue = (node: ESTree.Node | null | undefined) => {
    for (const { text, at } of texts(node)) note(text, at);
  };
  const attributes = new Set<ESTree.Node>();
  const lists: Span[] = [];
  const list = (node: Span & ESTree.Node) => {
    const inside = comments.some(({ value, start, end }) => {
      if (value.trim() !== "t:") return false;
      if (end < node.start) return /^\s*(?:export )?const [^=]*= $/.test(code.slice(end, node.start));
      return node.start < start && end < node.end && !/[^\s[{]/.test(code.slice(node.start, start));
    });
    if (!inside) return;
    lists.push(node);
    for (const { text } of entries(node)) if (isEnglish(text) && !text.startsWith("/")) said.push(text);
  };
  new Visitor({
    ArrayExpression: list,
    ObjectExpression: list,
    CallExpression({ callee, arguments: given }) {
      const places = callee.type === "Identifier" ? SPEAKERS[callee.name] : undefined;
      if (!places) return;
      for (const text of given.slice(...places)) said.push(...texts(text).map((found) => found.text));
    },
    JSXText({ value, start }) {
      note(value, start);
    },
    JSXAttribute({ name, value }) {
      if (value) attributes.add(value);
      if (name.type === "JSXIdentifier" && READ.test(name.name)) noteValue(value);
    },
    JSXExpressionContainer(node) {
      if (!attributes.has(node)) noteValue(node.expression);
    },
    Property({ key, value, start }) {
      const marked = lists.some((around) => around.start < start && start < around.end);
      if (!marked && READ.test(nameOf(key))) noteValue(value);
    },
    ReturnStatement({ argument }) {
      noteSentence(argument);
    },
    ArrowFunctionExpression({ body }) {
      noteSentence(body);
    },
  }).visit(program);

  /** Functions also give codes and addresses: only what has spaces is taken for words. */
  function noteSentence(node: ESTree.Node | null) {
    for (const { text, at } of texts(node)) if (/\p{L}\s|\s\p{L}/u.test(text)) note(text, at);
  }
  const lineAt = (place: number) => code.slice(0, place).split("\n").length;
  return { said, raw: [...raw].map(([at, text]) => ({ line: lineAt(at), text })) };
}

interface Span {
  start: number;
  end: number;
}
interface TextAt {
  text: string;
  at: number;
}

/** What an expression may come out as, where that is a text in so many words; calls are not looked into. */
function texts(node: ESTree.Node | null | undefined): TextAt[] {
  switch (node?.type) {
    case "Literal":
      return typeof node.value === "string" ? [{ text: node.value, at: node.start }] : [];
    case "TemplateLiteral":
      return [{ text: node.quasis.map(({ value }) => value.cooked ?? "").join(" … "), at: node.start }];
    case "ConditionalExpression":
      return [...texts(node.consequent), ...texts(node.alternate)];
    case "LogicalExpression":
      return [...(node.operator === "&&" ? [] : texts(node.left)), ...texts(node.right)];
    case "BinaryExpression":
      return node.operator === "+" ? [...texts(node.left), ...texts(node.right)] : [];
    case "JSXExpressionContainer":
    case "ParenthesizedExpression":
    case "TSAsExpression":
      return texts(node.expression);
    default:
      return [];
  }
}

/** The texts of a list of words, however deep; keys are none, nor what is for the program. */
function entries(node: ESTree.Node | null): TextAt[] {
  switch (node?.type) {
    case "ArrayExpression":
      return node.elements.flatMap(entries);
    case "ObjectExpression":
      return node.properties.flatMap((property) =>
        property.type === "Property" && !FOR_CODE.test(nameOf(property.key)) ? entries(property.value) : [],
      );
    default:
      return texts(node);
  }
}

function nameOf(key: ESTree.Node): string {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : "";
}

function isEnglish(text: string): boolean {
  const left = text.replace(SAME_EVERYWHERE, " ").trim();
  return /\p{L}{2}/u.test(left) && !NO_WORD.test(left);
}
