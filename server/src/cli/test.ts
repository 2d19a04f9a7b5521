/** `hilo test [DIR]`: plays every transcript below a folder against the flow it belongs to. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { playTranscript, transcriptSchema } from "@hilo/flow-engine/testing";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

export async function testCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const files = await transcriptsBelow(positionals[0] ?? "examples");
  if (files.length === 0)
    throw new UsageError(`There are no transcripts/*.json below ${positionals[0] ?? "examples"}.`);
  let failed = 0;
  for (const file of files) {
    const report = await play(file);
    console.log(`${report === "" ? "ok  " : "FAIL"} ${file}`);
    if (report === "") continue;
    failed += 1;
    console.log(report.replace(/^/gm, "     "));
  }
  console.log(`${files.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

async function transcriptsBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true }).catch(() => {
    throw new UsageError(`${dir} can't be read.`);
  });
  const isTranscript = (entry: string) =>
    path.basename(path.dirname(entry)) === "transcripts" && entry.endsWith(".json");
  return entries
    .filter(isTranscript)
    .sort()
    .map((entry) => path.join(dir, entry));
}

/** @returns what went wrong; empty when all is well */
async function play(file: string): Promise<string> {
  try {
    const transcript = transcriptSchema.parse(JSON.parse(await readFile(file, "utf8")));
    const flows = [transcript.flow, ...transcript.calls].map((flow) =>
      readJson(path.resolve(path.dirname(file), flow)),
    );
    return playTranscript(transcript, await Promise.all(flows)).report;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
