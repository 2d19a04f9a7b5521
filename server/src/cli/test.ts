/** `hilo test [DIR]`: plays every transcript below a folder against the flow it belongs to, and the tests that flows keep. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { playTranscript, transcriptSchema } from "@hilo/flow-engine/testing";
import { z } from "zod";
import { readJson } from "./read-flow.ts";
import { UsageError } from "./usage.ts";

export async function testCommand(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const dir = positionals[0] ?? "examples";
  const entries = await entriesBelow(dir);
  const plays = [...entries.filter(isTranscript).map(transcriptFile), ...(await testsKept(entries))];
  if (plays.length === 0)
    throw new UsageError(`There are no transcripts/*.json below ${dir}, and no flow.json with tests.`);
  let failed = 0;
  for (const { title, play } of plays) {
    const report = await play();
    console.log(`${report === "" ? "ok  " : "FAIL"} ${title}`);
    if (report === "") continue;
    failed += 1;
    console.log(report.replace(/^/gm, "     "));
  }
  console.log(`${plays.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

interface TestPlay {
  /** Where it comes from. */
  title: string;
  /** @returns what went wrong; empty when all is well */
  play(): Promise<string>;
}

/** Every file below a folder, as paths, in order. */
async function entriesBelow(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true }).catch(() => {
    throw new UsageError(`${dir} can't be read.`);
  });
  return entries.sort().map((entry) => path.join(dir, entry));
}

const isTranscript = (file: string): boolean =>
  path.basename(path.dirname(file)) === "transcripts" && file.endsWith(".json");
const transcriptFile = (file: string): TestPlay => ({ title: file, play: () => play(file) });

/** The tests that flows have in themselves, as the editor keeps them. */
async function testsKept(entries: readonly string[]): Promise<TestPlay[]> {
  const flows = entries.filter((file) => path.basename(file) === "flow.json");
  const kept = await Promise.all(
    flows.map(async (file) => {
      const flow = await readJson(file);
      const { tests } = z.looseObject({ tests: z.array(z.unknown()).catch([]) }).parse(flow);
      return tests.map(
        (raw, at): TestPlay => ({ title: `${file}, test ${at + 1}`, play: () => playKept(raw, flow) }),
      );
    }),
  );
  return kept.flat();
}

async function playKept(raw: unknown, flow: unknown): Promise<string> {
  try {
    return playTranscript(transcriptSchema.parse(raw), [flow]).report;
  } catch (error) {
    return reasonOf(error);
  }
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
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return `This is no transcript:\n${z.prettifyError(error)}`;
  return error instanceof Error ? error.message : String(error);
}
