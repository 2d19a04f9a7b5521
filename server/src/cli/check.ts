/** `hilo check FLOW.json`: what `publish` would say. */
import { parseArgs } from "node:util";
import { check, hasErrors } from "@hilo/flow-engine";
import { readJson } from "./read-flow.ts";

export async function checkCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" } },
  });
  const problems = check(await readJson(positionals[0]));
  if (values.json) console.log(JSON.stringify({ problems }, null, 2));
  else if (problems.length === 0) console.log("No problems.");
  else
    for (const { severity, code, nodeId, message } of problems)
      console.log(`${severity} ${nodeId ?? "flow"} ${code}: ${message}`);
  return hasErrors(problems) ? 1 : 0;
}
