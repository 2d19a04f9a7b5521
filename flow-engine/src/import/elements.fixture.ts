/** Every element of an export, counted without the importers: what a report has to name. */
import { asRecord, listAt, textAt } from "./values.ts";

/** `kind id` of each. */
export function elementsOf(kind: "typebot" | "rapidpro", source: unknown): string[] {
  return kind === "typebot" ? ofTypebot(source) : ofRapidPro(source);
}

const withIds = (kind: string, list: readonly unknown[]): string[] =>
  list.map((one) => `${kind} ${textAt(one, "id")}`);

function ofTypebot(source: unknown): string[] {
  const groups = listAt(source, "groups");
  return [
    ...withIds("event", listAt(source, "events")),
    ...withIds("group", groups),
    ...groups.flatMap((group) => withIds("block", listAt(group, "blocks"))),
    ...withIds("edge", listAt(source, "edges")),
    ...withIds("variable", listAt(source, "variables")),
    ...["theme", "settings"].flatMap((key) =>
      Object.keys(asRecord(asRecord(source)[key])).length > 0 ? [`${key} ${key}`] : [],
    ),
  ];
}

const withUuids = (kind: string, list: readonly unknown[]): string[] =>
  list.map((one) => `${kind} ${textAt(one, "uuid")}`);

function ofRapidPro(source: unknown): string[] {
  const campaigns = listAt(source, "campaigns");
  return [
    ...listAt(source, "flows").flatMap(ofFlow),
    ...listAt(source, "triggers").map((_, at) => `trigger triggers.${at}`),
    ...withUuids("campaign", campaigns),
    ...campaigns.flatMap((one) =>
      listAt(one, "events").map((_, at) => `campaign event ${textAt(one, "uuid")}.${at}`),
    ),
    ...listAt(source, "fields").map((field) => `field ${textAt(field, "key")}`),
    ...withUuids("group", listAt(source, "groups")),
  ];
}

function ofFlow(flow: unknown): string[] {
  const nodes = listAt(flow, "nodes");
  return [
    ...withUuids("flow", [flow]),
    ...withUuids("node", nodes),
    ...nodes.flatMap((node) => withUuids("action", listAt(node, "actions"))),
    ...withUuids(
      "router",
      nodes.filter((node) => asRecord(node).router),
    ),
    ...Object.keys(asRecord(asRecord(flow).localization)).map((language) => `language ${language}`),
    ...Object.keys(asRecord(asRecord(asRecord(flow)._ui).stickies)).map((id) => `sticky ${id}`),
  ];
}
