/** Each text of the flow beside its translation, which is written right there. */

import { type TextRow, translationOf } from "@hilo/flow-engine";
import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useDocument, useFlow } from "../canvas/flow-context.tsx";
import { partWords } from "../checks/problem-words.ts";
import { t } from "../i18n/t.ts";
import { ChatText } from "../nodes/preview/ChatText.tsx";
import { languageName } from "./language-names.ts";
import styles from "./translations.module.css";

interface TextTableProps {
  rows: readonly TextRow[];
  language: string;
  missingOnly: boolean;
}

export function TextTable({ rows, language, missingOnly }: TextTableProps) {
  const doc = useDocument();
  const shown = useShown(rows, language, missingOnly);
  if (shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {rows.length === 0 ? t("The flow says nothing yet.") : t("Everything is translated.")}
      </Text>
    );
  }
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{languageName(doc.language)}</th>
          <th>{languageName(language)}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={`${row.nodeId} ${row.key}`}>
            <td>
              <div className={styles.where}>{whereWords(row.where)}</div>
              <div className={styles.source}>
                <ChatText text={row.source} />
              </div>
            </td>
            <td>
              <Translation row={row} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was missing when the list was made stays in it while it is written. */
function useShown(rows: readonly TextRow[], language: string, missingOnly: boolean): readonly TextRow[] {
  const doc = useDocument();
  const key = `${language} ${missingOnly}`;
  const missingNow = () =>
    new Set(
      rows
        .filter((row) => translationOf(doc, language, row).trim() === "")
        .map((row) => `${row.nodeId} ${row.key}`),
    );
  const [kept, setKept] = useState(() => ({ key, missing: missingNow() }));
  if (kept.key !== key) setKept({ key, missing: missingNow() });
  if (!missingOnly) return rows;
  return rows.filter((row) => kept.missing.has(`${row.nodeId} ${row.key}`));
}

function Translation({ row, language }: { row: TextRow; language: string }) {
  const doc = useDocument();
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  const text = translationOf(doc, language, row);
  const tooLong = row.limit !== undefined && !text.includes("{") && text.length > row.limit;
  return (
    <Textarea
      aria-label={t("{where}, in {language}", {
        where: whereWords(row.where),
        language: languageName(language),
      })}
      placeholder={t("As written")}
      autosize
      minRows={1}
      maxRows={8}
      readOnly={readOnly}
      lang={language}
      dir="auto"
      value={text}
      error={
        tooLong &&
        t("{length} characters, and WhatsApp takes {limit}.", {
          length: text.length,
          limit: row.limit ?? text.length,
        })
      }
      onChange={(event) => {
        const { nodeId, key } = row;
        run({
          type: "set-translations",
          args: { texts: [{ language, nodeId, key, text: event.currentTarget.value }] },
        });
      }}
    />
  );
}

/** `Menu: the title of button 1`, with the part in the reader's language. */
function whereWords(where: string): string {
  const at = where.lastIndexOf(": the ");
  return at < 0 ? partWords(where) : `${where.slice(0, at)}: ${partWords(where.slice(at + 2))}`;
}
