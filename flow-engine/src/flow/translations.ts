/** A flow's texts in other languages, kept beside the nodes: `translations.pt.n1.text`. */
import { z } from "zod";
import type { NodeSpec } from "../nodes/define-node.ts";
import type { TextField } from "../nodes/text-field.ts";
import type { FlowSettings } from "./settings.ts";

/** Where the texts of the flow's own settings are kept; no node can be called so. */
export const FLOW_TEXTS = "@flow";

/** Language (BCP 47) → node id, or `@flow` → key of the text (`text`, `options.opt-0.title`) → the text. */
export const translationsSchema = z.record(
  z.string().min(2).max(35),
  z.record(z.string().max(64), z.record(z.string().max(200), z.string().max(10_000))),
);
export type Translations = z.infer<typeof translationsSchema>;
export type NodeTexts = Readonly<Record<string, string>>;

/** The texts of a node that customers read, and so translators. */
export function translatableTexts(spec: NodeSpec, data: unknown): TextField[] {
  return (spec.texts?.(data) ?? []).filter(({ reader, source }) => reader === "customer" && source?.trim());
}

/** A node's data with texts of another language in it; what is not translated stays. */
export function localizedData(spec: NodeSpec, data: unknown, texts: NodeTexts): unknown {
  let localized = data;
  for (const { key, path } of translatableTexts(spec, data)) {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (text?.trim()) localized = withText(localized, path, text);
  }
  return localized;
}

/** A copy of a JSON value with one text replaced. */
function withText(value: unknown, path: readonly (string | number)[], text: string): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item: unknown, at) => (at === key ? withText(item, rest, text) : item));
  }
  if (typeof value !== "object" || value === null) return value;
  return { ...value, [key]: withText(Reflect.get(value, key), rest, text) };
}

/** The texts of a flow's settings, as translators see them. */
export const SETTING_TEXTS = ["errorMessage", "fallbackMessage", "oldTapMessage"] as const;

export function localizedSettings(settings: FlowSettings, texts: NodeTexts): FlowSettings {
  const localized = { ...settings };
  for (const name of SETTING_TEXTS) {
    const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
    if (text?.trim() && settings[name] !== "") localized[name] = text;
  }
  return localized;
}
