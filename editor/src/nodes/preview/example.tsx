/** Whether phones show variables by name, or filled in as they would be for somebody. */
import { previewTemplate } from "@hilo/flow-engine";
import { createContext, useContext, useMemo } from "react";
import { useDocument } from "../../canvas/flow-context.tsx";
import type { FlowDocument } from "../../document/flow-document.ts";
import { CONTACT_PATHS, flowVariables, OTHER_PATHS, type VariableKind } from "../../document/variables.ts";

/** Fills a text in; absent: variables are shown by name. */
const ExampleContext = createContext<((text: string) => string) | null>(null);

export const ExampleProvider = ExampleContext.Provider;

/** The text as it is to be shown. */
export function useShown(text: string): string {
  const fill = useContext(ExampleContext);
  return useMemo(() => (fill ? fill(text) : text), [fill, text]);
}

const VALUES: Record<VariableKind, unknown> = {
  text: "blue",
  number: 3,
  date: "2026-03-05",
  "yes-no": true,
  list: ["one", "two"],
  file: { url: "https://example.org/photo.jpg" },
  place: { latitude: 36.5297, longitude: -6.292 },
  value: "blue",
};

/** Fills texts in as for an example contact. A text that can't be read stays as it is. */
export function useExample(): (text: string) => string {
  const env = useExampleEnvironment();
  return useMemo(
    () => (text) => {
      const shown = previewTemplate(text, env);
      return "text" in shown ? shown.text : text;
    },
    [env],
  );
}

/** Examples of everything that texts of the flow may name. */
export function useExampleEnvironment(): Record<string, unknown> {
  const doc = useDocument();
  return useMemo(() => exampleEnvironment(doc), [doc]);
}

function exampleEnvironment(doc: FlowDocument): Record<string, unknown> {
  const env: Record<string, unknown> = { system: { timeZone: "UTC", language: doc.language ?? "en" } };
  for (const { name, kind } of flowVariables(doc)) env[name] = VALUES[kind];
  env.vars = { ...env };
  for (const { path, example } of [...CONTACT_PATHS, ...OTHER_PATHS]) {
    const [object = "", key = ""] = path.split(".");
    env[object] = { ...Object(env[object]), [key]: example };
  }
  return env;
}
