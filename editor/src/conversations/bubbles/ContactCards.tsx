/** Business cards: who, where, and ways to reach them. */
import type { ContactCard } from "@hilo/flow-engine";
import { IconMail, IconPhone, IconWorld } from "@tabler/icons-react";
import { initials } from "../../shell/initials.ts";
import styles from "./Cards.module.css";
import { loadableUrl } from "./MediaBody.tsx";

export function ContactCards({ contacts }: { contacts: readonly ContactCard[] }) {
  return (
    <span className={styles.stack}>
      {contacts.map((card, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cards of a sent message never move
        <Card key={at} card={card} />
      ))}
    </span>
  );
}

function Card({ card: { name, organization, phones, emails, url } }: { card: ContactCard }) {
  const href = loadableUrl(url);
  return (
    <span className={styles.contact}>
      <span className={styles.avatar} aria-hidden>
        {initials(name)}
      </span>
      <span className={styles.about}>
        <strong dir="auto">{name}</strong>
        {organization && (
          <span className={styles.soft} dir="auto">
            {organization}
          </span>
        )}
        {phones.map((phone) => (
          <a key={phone} href={`tel:${phone.replace(/[^\d+]/g, "")}`} className={styles.reach}>
            <IconPhone size={14} aria-hidden />
            {phone}
          </a>
        ))}
        {emails.map((email) => (
          <a key={email} href={`mailto:${encodeURIComponent(email)}`} className={styles.reach}>
            <IconMail size={14} aria-hidden />
            {email}
          </a>
        ))}
        {url && (
          <span className={styles.reach}>
            <IconWorld size={14} aria-hidden />
            {href ? (
              <a href={href} target="_blank" rel="noopener noreferrer nofollow">
                {url}
              </a>
            ) : (
              url
            )}
          </span>
        )}
      </span>
    </span>
  );
}
