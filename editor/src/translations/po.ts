/** Translations as gettext PO files, one for each language: what translation tools read. */

import { type Flow, type GivenTranslation, translationOf, translationRows } from "@hilo/flow-engine";
import PO from "pofile";
import { t } from "../i18n/t.ts";
import { UnreadableTranslationsError } from "./csv.ts";

/** Context of a message: which text it is, whatever else has the same words. */
const contextOf = (nodeId: string, key: string): string => `${nodeId}/${key}`;

export function writePo(flow: Flow, language: string): string {
  const file = new PO();
  file.headers = {
    "Project-Id-Version": flow.name.replace(/\s+/g, " "),
    Language: language.replaceAll("-", "_"),
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "X-Source-Language": flow.language,
  };
  file.items = translationRows(flow).map((row) => {
    const item = new PO.Item();
    item.msgctxt = contextOf(row.nodeId, row.key);
    item.msgid = row.source;
    item.msgstr = [translationOf(flow, language, row)];
    item.extractedComments = [
      row.where,
      ...(row.limit === undefined ? [] : [t("At most {count} characters", { count: row.limit })]),
    ];
    return item;
  });
  return `${file.toString()}\n`;
}

/** Messages marked as fuzzy are a tool's guesses: nobody translated them. @throws UnreadableTranslationsError */
export function readPo(text: string): GivenTranslation[] {
  const file = PO.parse(text);
  const language = (file.headers.Language ?? "").replaceAll("_", "-");
  if (language === "" || !file.items.some(({ msgctxt }) => msgctxt))
    throw new UnreadableTranslationsError(
      t(
        "This is no PO file of a flow: it names no language, or no contexts. Export one here and translate that.",
      ),
    );
  return file.items
    .filter(({ flags, obsolete }) => !flags.fuzzy && !obsolete)
    .map(({ msgctxt = "", msgid, msgstr }) => {
      const at = msgctxt.indexOf("/");
      const place = { nodeId: msgctxt.slice(0, Math.max(0, at)), key: msgctxt.slice(at + 1) };
      return { language, ...place, text: msgstr[0] ?? "", source: msgid };
    });
}
