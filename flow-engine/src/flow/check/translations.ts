/** Texts that are missing in a language in which the flow speaks. */
import { FLOW_TEXTS, SETTING_TEXTS, translatableTexts } from "../translations.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkTranslations(graph: FlowGraph): Problem[] {
  return Object.keys(graph.flow.translations).flatMap((language) => [
    ...settings(graph, language),
    ...graph.nodes.flatMap((node) => missing(graph, node, language)),
  ]);
}

function missing({ flow }: FlowGraph, node: CheckedNode, language: string): Problem[] {
  if (!node.sound) return [];
  const done = flow.translations[language]?.[node.id] ?? {};
  const fields = translatableTexts(node.sound.spec, node.sound.data).filter(
    ({ key, source = "" }) => hasWords(source) && !(Object.hasOwn(done, key) && done[key]?.trim()),
  );
  if (fields.length === 0) return [];
  const what = fields.map(({ label }) => label).join(", ");
  const message = `${node.label} is not translated into “${language}”: ${what}.`;
  return [{ code: "translation-missing", severity: "warning", nodeId: node.id, message }];
}

function settings({ flow }: FlowGraph, language: string): Problem[] {
  const done = flow.translations[language]?.[FLOW_TEXTS] ?? {};
  const names = SETTING_TEXTS.filter((name) => hasWords(flow.settings[name]) && !done[name]?.trim());
  if (names.length === 0) return [];
  const message = `Texts of the flow's settings are not translated into “${language}”: ${names.join(", ")}.`;
  return [{ code: "translation-missing", severity: "warning", message }];
}

/** Variables, numbers and emojis are the same in every language. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{[{%][\s\S]*?[}%]\}/g, ""));
