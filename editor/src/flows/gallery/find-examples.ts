/** Examples by what somebody wants to do. */
import { foldText } from "@hilo/flow-engine";
import type { ExampleFlow } from "@hilo/server/contract";

/** All words have to be there somewhere: in title, goal, what it shows, or what it says. */
export function findExamples(examples: readonly ExampleFlow[], search: string): ExampleFlow[] {
  const words = foldText(search).split(" ").filter(Boolean);
  return examples.filter(({ title, goal, shows, definition }) => {
    const text = foldText(`${title} ${goal} ${shows} ${JSON.stringify(definition.nodes)}`);
    return words.every((word) => text.includes(word));
  });
}
