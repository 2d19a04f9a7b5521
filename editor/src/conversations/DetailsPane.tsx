/** Beside the chat: the contact, its tags, and where it stands in its flow. */

import type { Contact, Conversation } from "@hilo/server/contract";
import { ActionIcon, Skeleton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { contactQuery } from "../api/queries.ts";
import { languageName } from "../i18n/language-name.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { dayName } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { ContactAvatar } from "./ContactAvatar.tsx";
import { contactName, withPlus } from "./contact-name.ts";
import styles from "./DetailsPane.module.css";
import { SessionProgress } from "./SessionProgress.tsx";
import { TagEditor } from "./TagEditor.tsx";

export function DetailsPane({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { contact, channel } = conversation;
  const full = useQuery(contactQuery(contact.id));
  return (
    <div className={styles.pane}>
      <ActionIcon
        className={styles.close}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("Back to the chat")}
        onClick={onClose}
      >
        <IconX size={19} aria-hidden />
      </ActionIcon>
      <div className={styles.person}>
        <ContactAvatar contact={contact} platform={channel.platform} size={64} />
        <h2 className={styles.name}>
          <Link to={`/contacts/${contact.id}`}>{contactName(contact)}</Link>
        </h2>
        {contact.phone && contact.name && <p className={styles.phone}>{withPlus(contact.phone)}</p>}
      </div>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t("Where they are")}</h3>
        <SessionProgress conversation={conversation} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t("Tags")}</h3>
        <TagEditor contact={contact} />
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>{t("Contact")}</h3>
        {full.isPending && <Skeleton height={48} radius="md" />}
        {full.isError && !full.data && (
          <LoadFailed small what={t("The contact")} error={full.error} onRetry={() => void full.refetch()} />
        )}
        {full.data && <Fields contact={full.data} />}
      </section>
    </div>
  );
}

function Fields({ contact }: { contact: Contact }) {
  const now = useNow();
  const rows: [string, string][] = [
    [t("Known since"), dayName(contact.createdAt, now)],
    ...(contact.language ? [[t("Language"), languageName(contact.language)] as [string, string]] : []),
    ...Object.entries(contact.fields).map(([name, value]): [string, string] => [name, printed(value)]),
  ];
  return (
    <dl className={styles.fields}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const printed = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
