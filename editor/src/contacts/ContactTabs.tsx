/** The two lists of people: who is known, and what came in by forms. */
import { NavLink } from "react-router";
import { t } from "../i18n/t.ts";
import styles from "./contacts.module.css";

export function ContactTabs() {
  return (
    <nav className={styles.tabs} aria-label={t("Lists of people")}>
      <NavLink to="/contacts" end className={styles.tab ?? ""}>
        {t("People")}
      </NavLink>
      <NavLink to="/contacts/leads" className={styles.tab ?? ""}>
        {t("Leads")}
      </NavLink>
    </nav>
  );
}
