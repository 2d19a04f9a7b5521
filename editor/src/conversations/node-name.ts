/** A readable name for a node of a definition. Pure. */
import { START_ID } from "@hilo/flow-engine";
import { z } from "zod";
import { t } from "../i18n/t.ts";

const readable = z.looseObject({
  id: z.string(),
  type: z.string(),
  name: z.string().optional(),
  data: z.looseObject({ text: z.string().optional() }).optional(),
});

/** Long enough to recognise, short enough for a chip. */
const MAX = 36;

/** @param nodes of the definition, as stored @returns its name, else the first words it says, else its type or id */
export function nodeName(nodes: readonly unknown[], nodeId: string): string {
  for (const node of nodes) {
    const parsed = readable.safeParse(node);
    if (!parsed.success || parsed.data.id !== nodeId) continue;
    const { name, data, type } = parsed.data;
    return shorten(name || firstWords(data?.text) || (type === "start" ? t("Start") : titled(type)));
  }
  return nodeId === START_ID ? t("Start") : nodeId;
}

const firstWords = (text: string | undefined) => text?.trim().split("\n")[0] ?? "";
const titled = (type: string) => `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll("-", " ")}`;
const shorten = (name: string) => (name.length <= MAX ? name : `${name.slice(0, MAX - 1).trimEnd()}…`);
