/** What a customer filled in. */

import { IconForms } from "@tabler/icons-react";
import { t } from "../../i18n/t.ts";
import styles from "./Bubble.module.css";
import cards from "./Cards.module.css";

export function FormAnswer({ name, values }: { name: string; values: Record<string, unknown> }) {
  // The token is Hilo's own, and says nothing to people.
  const answers = Object.entries(values).filter(([field]) => field !== "flow_token");
  return (
    <>
      <span className={styles.labelled}>
        <IconForms size={17} aria-hidden />
        <span>{t("Filled in the form “{name}”", { name })}</span>
      </span>
      {answers.length > 0 && (
        <dl className={cards.answers}>
          {answers.map(([field, value]) => (
            <div key={field} className={cards.answer}>
              <dt>{field.replaceAll("_", " ")}</dt>
              <dd dir="auto">{inWords(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function inWords(value: unknown): string {
  if (value === true) return t("Yes");
  if (value === false) return t("No");
  if (value === null || value === undefined || value === "") return "–";
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
