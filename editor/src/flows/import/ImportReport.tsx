/** What became of each element of an imported file, as a table that can be narrowed down. */

import type { ImportEntry } from "@hilo/flow-engine";
import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { t } from "../../i18n/t.ts";
import { StatusPill } from "../../shell/StatusPill.tsx";
import styles from "./ImportReport.module.css";
import { kindWords, outcomeWords } from "./report-words.ts";

type Outcome = ImportEntry["outcome"];
const TONES = { carried: "good", changed: "warn", dropped: "bad" } as const;
const WORDS: Record<Outcome, string> = {
  // t:
  carried: "Carried over",
  changed: "Changed",
  dropped: "Dropped",
};

export function ImportReport({ entries }: { entries: readonly ImportEntry[] }) {
  const [shown, setShown] = useState<Outcome | "all" | "not-carried">("not-carried");
  const rows = entries.filter(({ outcome }) =>
    shown === "all" ? true : shown === "not-carried" ? outcome !== "carried" : outcome === shown,
  );
  const count = (outcome: Outcome) => entries.filter((entry) => entry.outcome === outcome).length;
  return (
    <Stack gap="xs">
      <div className={styles.filter}>
        <SegmentedControl
          aria-label={t("Show")}
          size="xs"
          value={shown}
          onChange={setShown}
          data={[
            {
              value: "not-carried",
              label: t("To look at ({count})", { count: count("changed") + count("dropped") }),
            },
            { value: "dropped", label: t("Dropped ({count})", { count: count("dropped") }) },
            { value: "changed", label: t("Changed ({count})", { count: count("changed") }) },
            { value: "carried", label: t("Carried over ({count})", { count: count("carried") }) },
            { value: "all", label: t("All ({count})", { count: entries.length }) },
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed" py="sm">
          {shown === "not-carried" ? t("Everything was carried over as it is.") : t("There is none.")}
        </Text>
      ) : (
        <Rows rows={rows} />
      )}
    </Stack>
  );
}

function Rows({ rows }: { rows: readonly ImportEntry[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={t("Report")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t("Element")}</th>
            <th>{t("Outcome")}</th>
            <th>{t("Why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ kind, id, name, outcome, why }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: ids of a source may repeat
            <tr key={i}>
              <td className={styles.what}>
                <span className={styles.kind}>{kindWords(kind)}</span> {name || id}
              </td>
              <td>
                <StatusPill tone={TONES[outcome]}>{t(WORDS[outcome])}</StatusPill>
              </td>
              <td className={styles.why}>{outcomeWords(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
