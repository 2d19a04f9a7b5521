/** Every kept test of every flow, played by the engine in the browser. */
import type { Transcript } from "@hilo/flow-engine/testing";
import { api } from "../api/client.ts";
import { type FlowDocument, openDocument } from "../document/flow-document.ts";
import { flowTests, playTest } from "./flow-tests.ts";

export interface TestedFlow {
  id: string;
  name: string;
  results: readonly { name: string; report: string }[];
}

interface Loaded {
  id: string;
  name: string;
  doc: FlowDocument;
}

const PAGE = 100;

/** Drafts: what would be published next. */
export async function loadDrafts(): Promise<Loaded[]> {
  const loaded: Loaded[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof api.flows.list>> = await api.flows.list({
      limit: PAGE,
      ...(cursor !== null && { cursor }),
    });
    const details = await Promise.all(page.items.map(({ id }) => api.flows.get({ id })));
    loaded.push(...details.map(({ id, name, definition }) => ({ id, name, doc: openDocument(definition) })));
    if (page.nextCursor === null) return loaded;
    cursor = page.nextCursor;
  }
}

/** Flows without tests are left out; those that fail come first. @param onFlow told of each as it is done */
export async function playAll(
  flows: readonly Loaded[],
  onFlow: (done: TestedFlow) => void,
  pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve)),
): Promise<void> {
  for (const { id, name, doc } of flows) {
    const tests = flowTests(doc);
    if (tests.length === 0) continue;
    const others = flows.filter((flow) => flow.id !== id).map((flow) => flow.doc);
    // The page stays alive in between.
    await pause();
    onFlow({
      id,
      name,
      results: tests.map((test) => ({ name: test.name, report: reportOf(test, doc, others) })),
    });
  }
}

/** Flows that the test calls are found by their names among all of them. */
function reportOf(test: Transcript, doc: FlowDocument, others: readonly FlowDocument[]): string {
  return playTest(test, doc, test.calls.length > 0 ? others : []);
}

/** The first line that says what went another way: below the test's name. */
export function failingLine(report: string): string {
  const [first = "", second = ""] = report.split("\n").filter((line) => line.trim() !== "");
  return second || first;
}

export const failedOf = ({ results }: TestedFlow): number =>
  results.filter(({ report }) => report !== "").length;
