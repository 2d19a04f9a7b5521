/** Every element of a Typebot export, for the report. */
import type { ImportReport } from "../report.ts";
import { itemTitle } from "./conversion.ts";
import type { Typebot, TypebotBlock } from "./source.ts";
import { richText } from "./texts.ts";

export function announceAll(source: Typebot, report: ImportReport): void {
  for (const event of source.events) report.announce(event, "event", event.id, event.type);
  for (const group of source.groups) {
    report.announce(group, "group", group.id, group.title ?? "");
    for (const block of group.blocks) report.announce(block, "block", block.id, nameOf(block));
  }
  for (const edge of source.edges) report.announce(edge, "edge", edge.id);
  for (const variable of source.variables) report.announce(variable, "variable", variable.id, variable.name);
  for (const key of ["theme", "settings"] as const) {
    const part = source[key];
    if (part && Object.keys(part).length > 0) report.announce(part, key, key, key);
  }
}

function nameOf(block: TypebotBlock): string {
  const words =
    block.type === "text" ? richText(block.content) : block.items.map(itemTitle).filter(Boolean).join(", ");
  return words === "" ? block.type : `${block.type}: ${words}`;
}
