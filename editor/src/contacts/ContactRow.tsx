/** One contact of the list: who, where they write, their tags, and when they were last heard. */
import type { Contact } from "@hilo/server/contract";
import { Link } from "react-router";
import { ContactAvatar } from "../conversations/ContactAvatar.tsx";
import { contactName, withPlus } from "../conversations/contact-name.ts";
import { t } from "../i18n/t.ts";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import { StatusPill } from "../shell/StatusPill.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";

/** More would make rows of different heights. */
const TAGS_SHOWN = 3;

export function ContactRow({ contact }: { contact: Contact }) {
  const now = useNow();
  const { identities, tags, phone, email, name, lastHeardAt } = contact;
  const places = [...new Set(identities.map(({ platform }) => t(PLATFORM_NAMES[platform])))];
  const about = [name && phone ? withPlus(phone) : null, email, ...places].filter(Boolean);
  return (
    <li className={styles.row}>
      <ContactAvatar contact={contact} platform={identities[0]?.platform} size={40} />
      <div>
        <Link to={`/contacts/${contact.id}`} className={styles.name}>
          {contactName(contact)}
        </Link>
        <p className={styles.soft}>{about.join(" · ")}</p>
      </div>
      <div className={styles.tags}>
        {contact.optedOutAt && <StatusPill tone="warn">{t("Opted out")}</StatusPill>}
        {tags.slice(0, TAGS_SHOWN).map((tag) => (
          <span key={tag} className={styles.tag}>
            {tag}
          </span>
        ))}
        {tags.length > TAGS_SHOWN && <span className={styles.tag}>+{tags.length - TAGS_SHOWN}</span>}
      </div>
      {lastHeardAt ? (
        <time className={styles.time} dateTime={lastHeardAt} title={fullTime(lastHeardAt)}>
          {ago(lastHeardAt, now)}
        </time>
      ) : (
        <span className={styles.time}>{t("never wrote")}</span>
      )}
    </li>
  );
}
