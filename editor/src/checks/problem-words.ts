/** What a check says, in the reader's language; the engine's own English where nobody translated it. */
import { isNodeType, type Problem } from "@hilo/flow-engine";
import { portWords } from "../document/ports.ts";
import { whyWords } from "../flows/reason-words.ts";
import { saidAs, sentenceFinder } from "../i18n/sentences.ts";
import { t, useWords } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import { issueWords } from "./issue-words.ts";
import { PARTS, SENTENCES } from "./sentences.ts";

const findSentence = sentenceFinder(SENTENCES);
/** The longer ones first: “the value of total” is no “the value”. */
const findPart = sentenceFinder([...PARTS].sort((a, b) => b.length - a.length));
/** A step without a name of its own, as the engine calls it: `text “node-2”`. */
const UNNAMED = /^([a-z][a-z-]*) “([^”]+)”$/;
/** What people wrote, or the engine can't say otherwise. */
const AS_IT_IS =
  /^(id|name|names|text|title|pattern|keyword|winner|witness|url|source|example|filter|way|target)$/;

/** @param message the engine's sentence @param port the way out it is about */
export function problemWords({ message, port }: Pick<Problem, "message" | "port">): string {
  const found = findSentence(message);
  if (!found) return issueWords(message, partWords);
  const said = saidAs(found, (place, value) => {
    if (place === "way" && port !== undefined) return portWords({ id: port, label: value });
    if (place === "why") return whyWords(value);
    if (place === "problem") return problemWords({ message: value });
    return AS_IT_IS.test(place) ? value : partWords(value);
  });
  return upperFirst(contracted(said));
}

/** `the title of button 2`, also several by commas or with a capital, in the reader's language. */
export function partWords(part: string): string {
  const unnamed = UNNAMED.exec(part);
  if (unnamed?.[1] && isNodeType(unnamed[1])) return `${t(nodeUi(unnamed[1]).title)} “${unnamed[2]}”`;
  const found = findPart(part) ?? findPart(part.replace(/^./u, (first) => first.toLowerCase()));
  if (found) return saidAs(found);
  return part.includes(", ") ? part.split(", ").map(partWords).join(", ") : part;
}

/** Whether a sentence is known; for the test that goes through all that the engine says. */
export function isKnownSentence(message: string): boolean {
  return findSentence(message) !== null;
}

/** `de el texto` is “del texto”: a preposition and the article of what stands in a place become one word. */
function contracted(text: string): string {
  switch (useWords.getState().language) {
    case "es":
      return text.replace(/\b(de|a) el\b/g, (_, before: string) => (before === "de" ? "del" : "al"));
    case "pt":
      return text.replace(/\b(de|em) ([oa]s?)\b/gi, (_, before: string, article: string) => {
        const joined = `${before.toLowerCase() === "de" ? "d" : "n"}${article}`;
        return /^[A-Z]/.test(before) ? upperFirst(joined) : joined;
      });
    default:
      return text;
  }
}

const upperFirst = (text: string) => text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
