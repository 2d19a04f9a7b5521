/** `hilo check FLOW.json …`: what `publish` would say. */
import { parseArgs } from "node:util";
import { check, hasErrors, type Problem } from "@hilo/flow-engine";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

export async function checkCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError("Name a flow's file.");
  const found: Problem[] = [];
  for (const file of positionals) {
    const problems = check(await readJson(file));
    found.push(...problems);
    if (!values.json) print(positionals.length > 1 ? `${file}: ` : "", problems);
  }
  if (values.json) console.log(JSON.stringify({ problems: found }, null, 2));
  return hasErrors(found) ? 1 : 0;
}

function print(prefix: string, problems: readonly Problem[]): void {
  if (problems.length === 0) console.log(`${prefix}No problems.`);
  for (const { severity, code, nodeId, message } of problems) {
    console.log(`${prefix}${severity} ${nodeId ?? "flow"} ${code}: ${message}`);
  }
}
