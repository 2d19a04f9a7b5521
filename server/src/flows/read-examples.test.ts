import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readExamples } from "./read-examples.ts";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

it("every example has a title, says what it is for and what it shows", async () => {
  const found = await readExamples(examples);
  expect(found.length).toBeGreaterThanOrEqual(5);
  for (const { key, title, goal, shows, definition } of found) {
    expect(title !== "" && goal.length > 10 && shows.length > 10, key).toBe(true);
    expect(goal).not.toContain("Shows:");
    expect(definition.format).toBe("hilo.flow/1");
  }
});

it("a folder that is not there has no examples", async () => {
  expect(await readExamples(path.join(examples, "nowhere"))).toEqual([]);
});
