/** Secrets, teams and templates that the workspace does not have. */
import type { CheckOptions } from "./check.ts";
import type { FlowGraph } from "./flow-graph.ts";
import { refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

/** Warnings, since they can be made after the flow is published: it is drawn before its keys are there. */
export function checkMissingReferences(graph: FlowGraph, { known = {} }: CheckOptions): Problem[] {
  return [
    ...secrets(graph, known.secrets),
    ...teams(graph, known.teams),
    ...templates(graph, known.templates),
  ];
}

function secrets(graph: FlowGraph, known: ReadonlySet<string> | undefined): Problem[] {
  return refsOfKind(graph, "secret").flatMap(({ node, ref: { name } }): Problem[] => {
    if (!known || known.has(name)) return [];
    const message = `${node.label} uses the secret “${name}”, which is not stored. Store it in the settings.`;
    return [{ code: "secret-missing", severity: "warning", nodeId: node.id, message }];
  });
}

/** Flows name teams whatever their capitals. */
function teams(graph: FlowGraph, known: ReadonlySet<string> | undefined): Problem[] {
  const names = new Set([...(known ?? [])].map((name) => name.toLowerCase()));
  return refsOfKind(graph, "team").flatMap(({ node, ref: { name } }): Problem[] => {
    if (!known || names.has(name.trim().toLowerCase())) return [];
    const message = `${node.label} names the team “${name}”, which does not exist. Make it in the settings.`;
    return [{ code: "team-missing", severity: "warning", nodeId: node.id, message }];
  });
}

function templates(graph: FlowGraph, known: ReadonlySet<string> | undefined): Problem[] {
  return refsOfKind(graph, "template").flatMap(({ node, ref: { name, language } }): Problem[] => {
    if (!known || name === "" || known.has(`${name}/${language}`)) return [];
    const message = `${node.label} sends the template “${name}” in “${language}”, which is not there or not approved. Look at the templates page.`;
    return [{ code: "template-unknown", severity: "warning", nodeId: node.id, message }];
  });
}
