/** One contact: who it is, what is known, where they write, what was noted, and what can be done. */
import type { ContactDetail } from "@hilo/server/contract";
import { Button, Skeleton, Stack } from "@mantine/core";
import { IconArrowLeft, IconMessages } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "react-router";
import { ApiError } from "../api/api-error.ts";
import { isId } from "../api/is-id.ts";
import { contactQuery } from "../api/queries.ts";
import { ContactAvatar } from "../conversations/ContactAvatar.tsx";
import { contactName, withPlus } from "../conversations/contact-name.ts";
import { TagEditor } from "../conversations/TagEditor.tsx";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page } from "../shell/PageHeader.tsx";
import { StatusPill } from "../shell/StatusPill.tsx";
import { ContactFacts } from "./ContactFacts.tsx";
import { ContactMenu } from "./ContactMenu.tsx";
import styles from "./contacts.module.css";
import { EditContact } from "./EditContact.tsx";
import { MergedContacts } from "./MergedContacts.tsx";
import { Notes } from "./Notes.tsx";
import { PastSessions } from "./PastSessions.tsx";

export function ContactPage() {
  const { id } = useParams();
  const known = isId(id);
  const contact = useQuery({ ...contactQuery(id ?? ""), enabled: known });
  const unknown = contact.error instanceof ApiError && contact.error.status === 404;
  if (!known || unknown) {
    const back = (
      <Button component={Link} to="/contacts" variant="default">
        {t("All contacts")}
      </Button>
    );
    return (
      <Notice fill shape="lost" title={t("There is no such contact")} actions={back}>
        {t("They may have been erased, or the link was cut short.")}
      </Notice>
    );
  }
  if (contact.data?.mergedInto) return <Navigate to={`/contacts/${contact.data.mergedInto}`} replace />;
  return (
    <Page>
      <Link to="/contacts" className={styles.back}>
        <IconArrowLeft size={16} aria-hidden />
        {t("All contacts")}
      </Link>
      {contact.isPending && (
        <Stack role="status" aria-label={t("Loading")}>
          <Skeleton height={72} radius="lg" />
          <Skeleton height={260} radius="lg" />
        </Stack>
      )}
      {contact.isError && !contact.data && (
        <LoadFailed what={t("The contact")} error={contact.error} onRetry={() => void contact.refetch()} />
      )}
      {contact.data && <Person key={contact.data.id} contact={contact.data} />}
    </Page>
  );
}

function Person({ contact }: { contact: ContactDetail }) {
  return (
    <>
      <Top contact={contact} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <EditContact contact={contact} />
          <Notes contactId={contact.id} />
        </div>
        <div className={styles.column}>
          <SettingsCard title={t("Tags")}>
            <TagEditor contact={contact} />
          </SettingsCard>
          <ContactFacts contact={contact} />
          <PastSessions conversations={contact.conversations} />
          <MergedContacts contact={contact} />
        </div>
      </div>
    </>
  );
}

function Top({ contact }: { contact: ContactDetail }) {
  const { phone, email, conversations } = contact;
  const name = contactName(contact);
  const last = conversations[0];
  return (
    <header className={styles.person}>
      <title>{`${name} · Hilo`}</title>
      <ContactAvatar contact={contact} platform={contact.identities[0]?.platform} size={64} />
      <div className={styles.personWords}>
        <h1 className={styles.personName}>{name}</h1>
        <div className={styles.personFacts}>
          {phone && contact.name && <span>{withPlus(phone)}</span>}
          {email && <span>{email}</span>}
          {contact.optedOutAt && <StatusPill tone="warn">{t("Opted out")}</StatusPill>}
        </div>
      </div>
      <div className={styles.actions}>
        {last && (
          <Button
            component={Link}
            to={`/conversations/${last.id}`}
            leftSection={<IconMessages size={17} aria-hidden />}
          >
            {t("Conversation")}
          </Button>
        )}
        <ContactMenu contact={contact} />
      </div>
    </header>
  );
}
