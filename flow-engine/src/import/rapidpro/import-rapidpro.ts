/** A RapidPro export → flows, with a report of every node, action, router, trigger, campaign, field and group. Pure. */
import { ImportError, type ImportedFlow } from "../imported-flow.ts";
import { type ImportEntry, ImportReport } from "../report.ts";
import { asRecord, textAt } from "../values.ts";
import { importRapidProFlow } from "./import-flow.ts";
import { containerSchema, flowSchema, type RapidProContainer, type RapidProFlow } from "./source.ts";
import { campaignTriggers, type Triggers, triggersOf } from "./triggers.ts";

const CONTAINER_VERSIONS = { from: 3, to: 13 };
const FLOW_VERSIONS = { from: 13, to: 14 };

/** @throws ImportError when it is no RapidPro export of a version that can be read */
export function importRapidPro(source: unknown): { flows: ImportedFlow[]; report: ImportEntry[] } {
  const parsed = containerSchema.safeParse(source);
  if (!parsed.success || !Array.isArray(parsed.data.flows))
    throw new ImportError(
      "This is no RapidPro export: it has no list of flows. Use “Export” in RapidPro's menu of flows.",
    );
  const container = parsed.data;
  const version = Number.parseInt(container.version ?? "", 10);
  if (!(version >= CONTAINER_VERSIONS.from && version <= CONTAINER_VERSIONS.to))
    throw new ImportError(
      `This export is of version ${container.version ?? "none"}; versions ${CONTAINER_VERSIONS.from} to ${CONTAINER_VERSIONS.to} can be imported.`,
    );
  const report = new ImportReport();
  const flows = readFlows(container, report);
  announceContainer(container, report);
  const triggers = allTriggers(container, flows, report);
  reportAssets(container, report);
  const imported = flows.map(({ flow, lines }) =>
    importRapidProFlow(flow, lines, triggers.get(flow.uuid) ?? []),
  );
  return { flows: imported, report: report.entries() };
}

interface ReadFlow {
  flow: RapidProFlow;
  lines: ImportReport;
}

/** Flows of before 13 have other parts altogether. @throws ImportError when there is none that can be read */
function readFlows({ flows }: RapidProContainer, report: ImportReport): ReadFlow[] {
  const given = flows ?? [];
  const read = given.flatMap((source, at): ReadFlow[] => {
    const parsed = flowSchema.safeParse(source);
    const refusal = refusalOf(source, parsed.success);
    if (parsed.success && refusal === null) {
      const lines = new ImportReport();
      announceFlow(parsed.data, lines);
      return [{ flow: parsed.data, lines }];
    }
    const element = typeof source === "object" && source !== null ? source : {};
    report.announce(element, "flow", textAt(source, "uuid") || `flows.${at}`, nameOf(source));
    report.dropped(element, refusal ?? "It can't be read.");
    return [];
  });
  if (read.length > 0) return read;
  const [first] = given;
  const why =
    given.length === 0
      ? "it has no flows."
      : `${nameOf(first) || "its first flow"}: ${refusalOf(first, false) ?? "it can't be read."}`;
  throw new ImportError(`Nothing in this export can be imported: ${why}`);
}

function nameOf(source: unknown): string {
  return textAt(source, "name") || textAt(asRecord(source).metadata, "name");
}

function refusalOf(source: unknown, parsed: boolean): string | null {
  const { action_sets, rule_sets, nodes } = asRecord(source);
  const version = textAt(source, "spec_version") || textAt(source, "version");
  const number = Number.parseInt(version, 10);
  if (Array.isArray(action_sets) || Array.isArray(rule_sets) || number < FLOW_VERSIONS.from)
    return "It is of a version before 13. Open it once in RapidPro's editor, which brings it up to date, and export it again.";
  if (number > FLOW_VERSIONS.to) return `It is of version ${version}; versions 13 and 14 can be imported.`;
  return parsed && Array.isArray(nodes) ? null : "It has no nodes.";
}

function announceFlow(flow: RapidProFlow, report: ImportReport): void {
  report.announce(flow, "flow", flow.uuid, flow.name);
  for (const node of flow.nodes) {
    report.announce(node, "node", node.uuid);
    for (const action of node.actions) {
      const words =
        textAt(action, "text") ||
        textAt(action, "name") ||
        textAt(action.flow, "name") ||
        textAt(action, "url");
      report.announce(action, "action", action.uuid, words === "" ? action.type : `${action.type}: ${words}`);
    }
    if (node.router)
      report.announce(node.router, "router", node.uuid, node.router.operand ?? node.router.type);
  }
  for (const [language, items] of Object.entries(flow.localization ?? {}))
    report.announce(items, "language", language, language);
  for (const [id, sticky] of Object.entries(flow._ui?.stickies ?? {}))
    report.announce(sticky, "sticky", id, textAt(sticky, "title"));
}

function announceContainer(container: RapidProContainer, report: ImportReport): void {
  for (const [at, trigger] of container.triggers.entries())
    report.announce(
      trigger,
      "trigger",
      `triggers.${at}`,
      [...trigger.keywords, trigger.keyword ?? ""].filter(Boolean).join(", "),
    );
  for (const campaign of container.campaigns) {
    report.announce(campaign, "campaign", campaign.uuid, campaign.name);
    for (const [at, event] of campaign.events.entries())
      report.announce(event, "campaign event", `${campaign.uuid}.${at}`, event.flow?.name ?? "");
  }
  for (const [at, field] of container.fields.entries())
    report.announce(field, "field", field.key ?? `fields.${at}`, field.name ?? "");
  for (const [at, group] of container.groups.entries())
    report.announce(group, "group", group.uuid ?? `groups.${at}`, group.name ?? "");
}

/** Ours by the uuid of the flow that they start. */
function allTriggers(
  container: RapidProContainer,
  flows: readonly ReadFlow[],
  report: ImportReport,
): Map<string, Triggers> {
  const known = new Set(flows.map(({ flow }) => flow.uuid));
  const found = new Map<string, Triggers>();
  const add = (uuid: string, triggers: Triggers) =>
    found.set(uuid, [...(found.get(uuid) ?? []), ...triggers]);
  for (const trigger of container.triggers) {
    const uuid = trigger.flow?.uuid ?? "";
    if (known.has(uuid)) add(uuid, triggersOf(trigger, report));
    else report.dropped(trigger, "The flow that it starts is not in the file.");
  }
  for (const campaign of container.campaigns)
    for (const { flow, trigger } of campaignTriggers(campaign, report))
      if (known.has(flow)) add(flow, [trigger]);
  return found;
}

function reportAssets(container: RapidProContainer, report: ImportReport): void {
  for (const field of container.fields) report.carried(field);
  for (const group of container.groups) {
    if (group.query)
      report.dropped(group, "Groups that fill themselves by a query have no counterpart. Use conditions.");
    else report.changed(group, "A group is a tag here, made when a step first puts it on somebody.");
  }
}
