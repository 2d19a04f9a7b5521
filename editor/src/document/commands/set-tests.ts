/** Changes the conversations that the flow is tested by; they are kept in its definition, with every version. */
import type { Transcript } from "@hilo/flow-engine/testing";
import type { FlowDocument } from "../flow-document.ts";

export interface SetTests {
  tests: readonly Transcript[];
}

export function setTests(doc: FlowDocument, { tests }: SetTests): FlowDocument {
  const { tests: _, ...rest } = doc;
  return tests.length === 0 ? rest : { ...rest, tests };
}
