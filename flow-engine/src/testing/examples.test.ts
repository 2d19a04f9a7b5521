import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { check } from "../flow/check/check.ts";
import { playTranscript } from "./play-transcript.ts";
import { transcriptSchema } from "./transcript-schema.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples", import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const names = readdirSync(EXAMPLES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe.each(names)("example %s", (name) => {
  const folder = join(EXAMPLES, name, "transcripts");

  it("has nothing for the checks to find", () => {
    const problems = check(read(join(EXAMPLES, name, "flow.json")), { knownFlows: new Set() });
    expect(problems.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it.each(readdirSync(folder))("goes as transcript %s tells", (file) => {
    const path = join(folder, file);
    const transcript = transcriptSchema.parse(read(path));
    const flows = [transcript.flow, ...transcript.calls].map((flow) => read(resolve(dirname(path), flow)));
    expect(playTranscript(transcript, flows).report).toBe("");
  });

  it("says in its README what it shows", () => {
    expect(readFileSync(join(EXAMPLES, name, "README.md"), "utf8")).toMatch(/^# .+\n[\s\S]+Shows: /);
  });
});

it("has at least twelve examples, each with a transcript", () => {
  expect(names.length).toBeGreaterThanOrEqual(12);
  for (const name of names) expect(readdirSync(join(EXAMPLES, name, "transcripts")), name).not.toEqual([]);
});
