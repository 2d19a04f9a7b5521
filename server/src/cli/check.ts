/** `hilo check FLOW.json …`: what `publish` would say, flow by flow. */
import { parseArgs } from "node:util";
import { type CheckOptions, check, hasErrors, type Problem, parseFlow } from "@hilo/flow-engine";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

interface Checked {
  file: string;
  name: string | null;
  problems: Problem[];
}

export async function checkCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, hints: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError("Name a flow's file.");
  const definitions = await Promise.all(positionals.map(readJson));
  const options = optionsOf(definitions);
  const checked = definitions.map((definition, at): Checked => {
    const parsed = parseFlow(definition);
    const problems = check(definition, options).filter(({ severity }) => values.hints || severity !== "info");
    return { file: positionals[at] ?? "", name: parsed.ok ? parsed.flow.name : null, problems };
  });
  const all = checked.flatMap(({ problems }) => problems);
  if (values.json) console.log(JSON.stringify({ problems: all, flows: checked }, null, 2));
  else for (const one of checked) console.log(inWords(one));
  return hasErrors(all) ? 1 : 0;
}

/** Several files are checked together: the flows they call are looked for among them. */
function optionsOf(definitions: readonly unknown[]): CheckOptions {
  if (definitions.length < 2) return {};
  const flows = new Map(
    definitions.flatMap((definition) => {
      const parsed = parseFlow(definition);
      return parsed.ok ? [[parsed.flow.name, definition] as const] : [];
    }),
  );
  return { flows };
}

const TITLES = { error: "error", warning: "warning", info: "hint" } as const;

function inWords({ file, name, problems }: Checked): string {
  const title = name === null ? file : `${file} (${name})`;
  if (problems.length === 0) return `${title}: No problems.`;
  const lines = problems.flatMap(({ severity, nodeId, code, message, witness }) => [
    `  ${TITLES[severity].padEnd(7)}  ${message}`,
    `           ${[nodeId ?? "the flow", code].join(" · ")}${witness ? ` · ${witness.join(" → ")}` : ""}`,
  ]);
  return [`${title}: ${count(problems)}`, ...lines].join("\n");
}

function count(problems: readonly Problem[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [`${n} ${TITLES[severity]}${n === 1 ? "" : "s"}`];
  });
  return parts.join(", ");
}
