/** What came of an action on many sessions, where not all was done: how many, and which not and why. */
import type { SessionsDone } from "@hilo/server/contract";
import { Button, Group, Modal } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { type BulkAction, reasonSentence, wordsOf } from "./bulk-actions.ts";
import styles from "./SessionsPage.module.css";

interface ResultDialogProps {
  action: BulkAction;
  result: SessionsDone;
  onClose: () => void;
}

export function ResultDialog({ action, result: { results, more }, onClose }: ResultDialogProps) {
  const undone = results.flatMap(({ sessionId, contactName, reason }) =>
    reason === null ? [] : [{ sessionId, contactName, reason }],
  );
  const done = results.length - undone.length;
  return (
    <Modal
      opened
      onClose={onClose}
      title={done === 0 ? t("No session was changed") : wordsOf[action]().done(done)}
    >
      {more && <p className={styles.note}>{t("There are more that fit. Do it again for the rest.")}</p>}
      {undone.length > 0 && (
        <>
          <p className={styles.note}>{t("These stayed as they are:")}</p>
          <ul className={styles.undone}>
            {undone.map(({ sessionId, contactName, reason }) => (
              <li key={sessionId}>
                <b>{contactName ?? t("Somebody")}</b>
                <span>{reasonSentence(reason)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t("Close")}</Button>
      </Group>
    </Modal>
  );
}
