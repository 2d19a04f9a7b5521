/** Where a contact writes, what they agreed to, and since when they are known. */
import type { ContactDetail } from "@hilo/server/contract";
import { Link } from "react-router";
import { withPlus } from "../conversations/contact-name.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { Fact, Facts } from "../shell/Facts.tsx";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import { channelName } from "../shell/stored-names.ts";
import { ago, dayName, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";

export function ContactFacts({ contact }: { contact: ContactDetail }) {
  const now = useNow();
  const since = (iso: string) => <time title={fullTime(iso)}>{dayName(iso, now)}</time>;
  return (
    <>
      <SettingsCard title={t("Channels")}>
        <Places contact={contact} />
      </SettingsCard>
      <SettingsCard title={t("Consent")}>
        <Facts>
          <Fact name={t("Messages")}>
            {contact.optedOutAt ? t("Opted out {when}", { when: ago(contact.optedOutAt, now) }) : t("Wanted")}
          </Fact>
          {contact.marketingOptedOutAt && (
            <Fact name={t("Marketing")}>
              {t("Opted out {when}", { when: ago(contact.marketingOptedOutAt, now) })}
            </Fact>
          )}
          {contact.topics.map(({ topic, state, at }) => (
            <Fact key={topic} name={topic}>
              {state === "in"
                ? t("Opted in {when}", { when: ago(at, now) })
                : t("Opted out {when}", { when: ago(at, now) })}
            </Fact>
          ))}
          <Fact name={t("Known since")}>{since(contact.createdAt)}</Fact>
          <Fact name={t("Last heard")}>
            {contact.lastHeardAt ? since(contact.lastHeardAt) : t("never wrote")}
          </Fact>
        </Facts>
      </SettingsCard>
    </>
  );
}

function Places({ contact: { conversations, identities } }: { contact: ContactDetail }) {
  const now = useNow();
  if (identities.length + conversations.length === 0)
    return <p className={styles.none}>{t("On no channel yet: they came by a form.")}</p>;
  return (
    <ul className={styles.items}>
      {conversations.map((conversation) => (
        <li key={conversation.id} className={styles.item}>
          <div className={styles.itemWords}>
            <p className={styles.itemName}>
              <Link to={`/conversations/${conversation.id}`}>
                {channelName({ ...conversation, name: conversation.channelName })}
              </Link>
            </p>
            <p className={styles.soft}>
              {[
                t(PLATFORM_NAMES[conversation.platform]),
                shownId(conversation),
                conversation.lastMessageAt && ago(conversation.lastMessageAt, now),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A number as people write it; ids of the other platforms say nothing to anybody, but tell two chats apart. */
const shownId = ({ platform, externalId }: ContactDetail["conversations"][number]): string =>
  platform === "whatsapp" ? withPlus(externalId) : externalId;
