/** Rows of an import by what becomes of them, and why some are refused. */
import type { ContactImport, ContactImportRow, ImportReason } from "@hilo/server/contract";
import { Paper, SegmentedControl, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { importRowsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { LoadFailed } from "../../shell/LoadFailed.tsx";
import { LoadMore } from "../../shell/LoadMore.tsx";
import styles from "./import.module.css";

export type Outcome = ContactImportRow["outcome"];
export const OUTCOMES: readonly Outcome[] = ["made", "changed", "same", "refused"];

const OUTCOME_WORDS: Record<Outcome, string> = {
  // t:
  made: "New ({count})",
  changed: "Changed ({count})",
  same: "As they are ({count})",
  refused: "Left out ({count})",
};
const REASONS: Record<ImportReason, string> = {
  // t:
  "no-phone": "no phone number",
  "bad-phone": "no phone number that can be called",
  doubled: "the number is in a row above",
  "too-long": "too long",
  "bad-email": "no e-mail address",
  "bad-language": "no code of a language, as es or pt-BR",
  "unclear-consent": "neither yes nor no",
  "too-many-cells": "more cells than there are columns",
};

export function ImportRows({ found }: { found: ContactImport }) {
  const { counts } = found;
  const [shown, setShown] = useState<Outcome>(
    counts.refused > 0 ? "refused" : counts.made > 0 ? "made" : "changed",
  );
  return (
    <Paper withBorder className={styles.card} component="section">
      <h2 className={styles.title}>{t("What becomes of {name}", { name: found.name })}</h2>
      <div className={styles.outcomes}>
        <SegmentedControl
          aria-label={t("Show")}
          value={shown}
          onChange={setShown}
          data={OUTCOMES.map((value) => ({
            value,
            label: t(OUTCOME_WORDS[value], { count: counts[value] }),
          }))}
        />
      </div>
      <Rows key={shown} found={found} outcome={shown} />
    </Paper>
  );
}

export function Rows({ found, outcome }: { found: ContactImport; outcome: Outcome }) {
  const rows = useInfiniteQuery(importRowsQuery(found.id, outcome));
  if (rows.isPending) return <Skeleton height={120} radius="md" />;
  if (!rows.data)
    return <LoadFailed what={t("The rows")} error={rows.error} onRetry={() => void rows.refetch()} />;
  const items = rows.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className={styles.none}>{t("There is none.")}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t("Rows")}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t("Row")}</th>
              {outcome === "refused" && <th>{t("Why")}</th>}
              {found.columns.map(({ header }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may be called the same
                <th key={at}>{header}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.number}>
                <td>{row.number}</td>
                {outcome === "refused" && <td className={styles.why}>{whyOf(row)}</td>}
                {found.columns.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={at}>{row.cells[at]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <LoadMore query={rows} />
    </>
  );
}

function whyOf({ reason, about }: ContactImportRow): string {
  if (reason === null) return "";
  return about === null
    ? t(REASONS[reason])
    : t("{column}: {why}", { column: about, why: t(REASONS[reason]) });
}
