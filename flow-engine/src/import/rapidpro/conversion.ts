/** What the converters of actions and routers are given. */
import type { FlowDraft } from "../flow-draft.ts";
import type { ImportReport } from "../report.ts";
import type { Chain } from "./chain.ts";
import type { RapidProExpressions } from "./expressions.ts";
import type { RapidProPaths } from "./paths.ts";
import type { RapidProAction } from "./source.ts";

export interface Conversion {
  draft: FlowDraft;
  report: ImportReport;
  expressions: RapidProExpressions;
  paths: RapidProPaths;
  /** Whether the flow looks at a result's category somewhere. */
  readsCategory(resultName: string): boolean;
  /** Whether the flow looks at a result somewhere. */
  readsResult(resultName: string): boolean;
  /** Remembers where the texts of an action stand: its translations belong there. */
  remember(uuid: string, property: string, at: number, place: { node: string; key: string }): void;
  language: string;
}

/** A template of ours; what can't be translated is told for the element. */
export function template({ expressions, report }: Conversion, element: object, source: string): string {
  const { text, untranslated } = expressions.translate(source);
  for (const expression of untranslated)
    report.changed(element, `${expression} has no counterpart and stands there as it was. Replace it.`);
  return text;
}

/** @returns false when it can't be done here */
export type ConvertAction = (conversion: Conversion, chain: Chain, action: RapidProAction) => void;
