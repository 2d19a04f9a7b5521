/** The report of an import in the reader's language; the importers' own English where nobody translated it. */
import { saidAs, sentenceFinder, sentencesIn } from "../../i18n/sentences.ts";
import { t } from "../../i18n/t.ts";
import { KINDS, SENTENCES } from "./report-sentences.ts";

const find = sentenceFinder(SENTENCES);

/** @param why every reason given for one element, one after the other */
export function outcomeWords(why: string): string {
  return (
    sentencesIn(why, find)
      ?.map((sentence) => saidAs(sentence))
      .join(" ") ?? why
  );
}

export function kindWords(kind: string): string {
  const known = KINDS[kind];
  return known === undefined ? kind : t(known);
}
