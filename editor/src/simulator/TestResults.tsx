/** How tests went, in a mark and in numbers. */
import { IconCheck, IconX } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import styles from "./TestResults.module.css";

export function TestMark({ passed }: { passed: boolean }) {
  return passed ? (
    <IconCheck size={17} className={styles.passed} role="img" aria-label={t("Passed")} />
  ) : (
    <IconX size={17} className={styles.failed} role="img" aria-label={t("Failed")} />
  );
}

export function testsInNumbers(failed: number, count: number): string {
  return failed === 0
    ? t("All {count} passed", { count })
    : t("{failed} of {count} failed", { failed, count });
}
