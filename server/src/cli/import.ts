/** `hilo import typebot|rapidpro FILE [--out FLOW.json|DIR/] [--force] [--json]`: flows out of other products' exports, with a report. */
import { mkdir, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  hasErrors,
  type ImportEntry,
  ImportError,
  type ImportKind,
  type ImportResult,
  importFlows,
} from "@hilo/flow-engine";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

/** Exit 1: the file can't be imported, or a flow that came out has errors. What was changed or dropped is no error. */
export async function importCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: "string" }, force: { type: "boolean" }, json: { type: "boolean" } },
  });
  const [kind, file, ...more] = positionals;
  if (kind !== "typebot" && kind !== "rapidpro")
    throw new UsageError("Say what to import: typebot or rapidpro.");
  if (file === undefined || more.length > 0) throw new UsageError("Name one file.");
  const result = read(kind, await readJson(file));
  const written = values.out === undefined ? [] : await writeFlows(result, values.out, values.force === true);
  if (values.json) console.log(JSON.stringify({ ...result, written }, null, 2));
  else print(result, written);
  return result.flows.some(({ problems }) => hasErrors(problems)) ? 1 : 0;
}

function read(kind: ImportKind, source: unknown): ImportResult {
  try {
    return importFlows(source, kind);
  } catch (error) {
    // Its message alone: the file is at fault, not the command.
    if (error instanceof ImportError) throw new Error(error.message);
    throw error;
  }
}

/**
 * One flow goes to the file itself; of several each has its own, `flow-2.json` and so on. In a folder the first is
 * `flow.json`. Nothing is written when any of them is there and `force` is not set.
 */
async function writeFlows({ flows }: ImportResult, out: string, force: boolean): Promise<string[]> {
  const isFolder = /[/\\]$/.test(out) || (await kindOf(out)) === "folder";
  const { dir, name, ext } = path.parse(isFolder ? path.join(out, "flow.json") : out);
  const files = flows.map((_, at) =>
    path.join(dir, `${name}${at === 0 ? "" : `-${at + 1}`}${ext || (at === 0 ? "" : ".json")}`),
  );
  const kinds = await Promise.all(files.map(kindOf));
  const there = files.filter((_, at) => kinds[at] === "file");
  if (there.length > 0 && !force) {
    const are = there.length === 1 ? "is there already" : "are there already";
    throw new Error(`${there.join(", ")} ${are}: give another --out, or --force to write over.`);
  }
  await mkdir(dir || ".", { recursive: true }).catch(cantWrite(dir));
  for (const [at, { flow }] of flows.entries()) {
    const file = files[at] ?? out;
    await writeFile(file, `${JSON.stringify(flow, null, 2)}\n`).catch(cantWrite(file));
  }
  return files;
}

async function kindOf(place: string): Promise<"folder" | "file" | null> {
  const found = await stat(place).catch(() => null);
  return found && (found.isDirectory() ? "folder" : "file");
}

/** For `catch`: in words, by the system's code. */
function cantWrite(place: string) {
  return (error: NodeJS.ErrnoException): never => {
    throw new Error(`${place} can't be written (${error.code ?? error.message}): give another --out.`);
  };
}

function print({ flows, report }: ImportResult, written: readonly string[]): void {
  for (const [at, flow] of flows.entries()) {
    console.log(`${flow.name}: ${counted(flow.flow.nodes.length, "step")}; ${summary(flow.report)}`);
    printEntries(flow.report);
    for (const { severity, nodeId, message } of flow.problems)
      if (severity === "error") console.log(`  error    ${nodeId ?? "flow"}: ${message}`);
    if (written[at]) console.log(`  written to ${written[at]}`);
  }
  if (report.length > 0) console.log(`Beside the flows: ${summary(report)}`);
  printEntries(report);
  if (written.length === 0) console.log("Nothing was written. Add --out FLOW.json to keep the result.");
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

function summary(entries: readonly ImportEntry[]): string {
  const of = (outcome: ImportEntry["outcome"]) => entries.filter((entry) => entry.outcome === outcome).length;
  return `${of("carried")} carried over, ${of("changed")} changed, ${of("dropped")} dropped`;
}

/** What was carried over as it was needs no line. */
function printEntries(entries: readonly ImportEntry[]): void {
  for (const { outcome, kind, id, name, nodeId, why } of entries) {
    if (outcome === "carried") continue;
    const what = [
      kind,
      name === "" ? id : `“${name.replace(/\s+/g, " ")}”`,
      nodeId ? `→ ${nodeId}` : "",
    ].filter(Boolean);
    console.log(`  ${outcome.padEnd(8)} ${what.join(" ")}: ${why}`);
  }
}
