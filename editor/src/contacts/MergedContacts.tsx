/** Contacts that became part of this one, each of which can be parted from it again. */
import type { ContactDetail } from "@hilo/server/contract";
import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { contactName } from "../conversations/contact-name.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";
import { rereadContacts } from "./reread-contacts.ts";

export function MergedContacts({ contact }: { contact: ContactDetail }) {
  const now = useNow();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (mergeId: string) => api.contacts.undoMerge({ id: mergeId }),
    onSuccess: async (parted) => {
      await rereadContacts(client);
      notifyDone(t("{name} is a contact of their own again", { name: contactName(parted) }));
    },
    onError: (thrown) => notifyError(t("They were not parted"), thrown),
  });
  if (contact.merges.length === 0) return null;
  return (
    <SettingsCard title={t("Merged")} about={t("These were contacts of their own.")}>
      <ul className={styles.items}>
        {contact.merges.map((merge) => (
          <li key={merge.id} className={styles.item}>
            <div className={styles.itemWords}>
              <p className={styles.itemName}>{contactName(merge)}</p>
              <p className={styles.soft} title={fullTime(merge.at)}>
                {ago(merge.at, now)}
              </p>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t("Part from {name} again", { name: contactName(merge) })}
              loading={undo.isPending && undo.variables === merge.id}
              onClick={() => undo.mutate(merge.id)}
            >
              {t("Undo")}
            </Button>
          </li>
        ))}
      </ul>
    </SettingsCard>
  );
}
