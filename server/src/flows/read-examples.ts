/** The example flows, with what each is for (their README says it) and their transcripts as kept tests. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseFlow } from "@hilo/flow-engine";
import { type Transcript, transcriptSchema } from "@hilo/flow-engine/testing";
import type { ExampleFlow } from "../contract/index.ts";

/** Folders without a readable flow are passed over. */
export async function readExamples(dir: string): Promise<ExampleFlow[]> {
  const folders = await readdir(dir).catch((): string[] => []);
  const examples = await Promise.all(folders.sort().map((folder) => readExample(dir, folder)));
  return examples.flatMap((example) => (example ? [example] : []));
}

async function readExample(dir: string, folder: string): Promise<ExampleFlow | null> {
  const read = (file: string) => readFile(path.join(dir, folder, file), "utf8").catch(() => null);
  const [text, readme] = await Promise.all([read("flow.json"), read("README.md")]);
  if (text === null) return null;
  const parsed = parseFlow(JSON.parse(text));
  if (!parsed.ok) return null;
  const [, title = parsed.flow.name, goal = "", shows = ""] =
    /^# (.+)\n+([\s\S]*?)\n*(?:Shows: ([\s\S]*))?$/.exec((readme ?? "").trim()) ?? [];
  const tests = await readTests(path.join(dir, folder, "transcripts"));
  const definition = { ...parsed.flow, ...(tests.length > 0 && { tests }) };
  return { key: folder, title, goal: plain(goal), shows: plain(shows), definition };
}

/** Those that call no other flow: a flow made out of an example comes alone. */
async function readTests(dir: string): Promise<Transcript[]> {
  const files = await readdir(dir).catch((): string[] => []);
  const texts = await Promise.all(files.sort().map((file) => readFile(path.join(dir, file), "utf8")));
  return texts
    .map((text) => transcriptSchema.parse(JSON.parse(text)))
    .filter(({ calls }) => calls.length === 0);
}

/** Without Markdown's marks for code and its line breaks. */
function plain(text: string): string {
  return text.replaceAll("`", "").replace(/\s+/g, " ").trim();
}
