/** The words that start a flow, as chips; what does not fit on a line is counted. */

import { Tooltip } from "@mantine/core";
import { t } from "../i18n/t.ts";
import styles from "./FlowRow.module.css";

/** More than this makes rows of different heights and says nothing more at a glance. */
const SHOWN = 4;

export function Keywords({ words }: { words: readonly string[] }) {
  if (words.length === 0) return <p className={styles.none}>{t("No keywords yet")}</p>;
  const rest = words.slice(SHOWN);
  return (
    <ul className={styles.keywords} aria-label={t("Keywords")}>
      {words.slice(0, SHOWN).map((word) => (
        <li key={word} className={styles.keyword} {...(isPattern(word) && { title: word })}>
          {isPattern(word) ? t("a pattern") : word}
        </li>
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.join(", ")} multiline maw={320}>
          <li className={styles.more}>+{rest.length}</li>
        </Tooltip>
      )}
    </ul>
  );
}

/** As the API writes them. */
const isPattern = (word: string): boolean => /^\/.+\/$/s.test(word);
