/** The steps a session passed, as a thread with a knot for each. */
import { t } from "../i18n/t.ts";
import styles from "./DetailsPane.module.css";
import type { PathStep } from "./session-path.ts";

/** The newest steps; a long walk is told by its number. */
const SHOWN = 10;

export function StepList({
  steps,
  nameOf,
}: {
  steps: readonly PathStep[];
  nameOf: (step: PathStep) => string;
}) {
  const hidden = Math.max(0, steps.length - SHOWN);
  // A walk may come by the same node again: its place in the walk is what makes a step its own.
  const shown = steps.map((step, at) => ({ ...step, place: `${at}` })).slice(hidden);
  return (
    <>
      {hidden > 0 && (
        <p className={styles.quiet}>
          {hidden === 1 ? t("1 earlier step") : t("{count} earlier steps", { count: hidden })}
        </p>
      )}
      <ol className={styles.path} aria-label={t("Steps passed")}>
        {shown.map((step) => (
          <li key={step.place} aria-current={step === shown.at(-1) ? "step" : undefined}>
            {nameOf(step)}
          </li>
        ))}
      </ol>
    </>
  );
}
