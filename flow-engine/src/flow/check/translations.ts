/** Texts that are missing, or can't be sent, in a language in which the flow speaks. */
import { FLOW_TEXTS, localizedData, SETTING_TEXTS, translatableTexts } from "../translations.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import { dataProblems } from "./node-data.ts";
import type { Problem } from "./problem.ts";

export function checkTranslations(graph: FlowGraph): Problem[] {
  return Object.keys(graph.flow.translations).flatMap((language) => [
    ...settings(graph, language),
    ...graph.nodes.flatMap((node) => [...missing(graph, node, language), ...wrong(graph, node, language)]),
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

/** What is wrong with a step in this language alone: a template that does not close, a title that is too long. */
function wrong({ flow }: FlowGraph, { id, sound }: CheckedNode, language: string): Problem[] {
  const texts = flow.translations[language]?.[id];
  if (!sound || !texts) return [];
  const data = localizedData(sound.spec, sound.data, texts);
  if (data === sound.data) return [];
  const problems = dataProblems(sound.spec, data);
  // Nearly always: then the step's own language need not be looked at once more.
  if (problems.length === 0) return [];
  const known = new Set(dataProblems(sound.spec, sound.data).map(({ message }) => message));
  return problems
    .filter(({ message }) => !known.has(message))
    .map(({ severity, message }) => ({
      code: "translation-invalid",
      severity,
      nodeId: id,
      message: `In “${language}”: ${message}`,
    }));
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
