/** What members and flows wrote down about a contact; customers never see it. */
import { Button, Group, Skeleton, Stack, Textarea } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { notesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./contacts.module.css";

export function Notes({ contactId }: { contactId: string }) {
  const now = useNow();
  const notes = useInfiniteQuery(notesQuery(contactId));
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SettingsCard title={t("Notes")} about={t("Seen by members only.")}>
      <Stack gap="sm">
        <WriteNote contactId={contactId} />
        {notes.isPending && <Skeleton height={48} radius="md" />}
        {notes.isError && !notes.data && (
          <LoadFailed small what={t("The notes")} error={notes.error} onRetry={() => void notes.refetch()} />
        )}
        {notes.data && items.length === 0 && <p className={styles.none}>{t("No notes yet.")}</p>}
        <ul className={styles.items}>
          {items.map(({ id, text, author, createdAt }) => (
            <li key={id} className={styles.note}>
              <p dir="auto">{text}</p>
              <p className={styles.soft} title={fullTime(createdAt)}>
                {author ?? t("A flow")} · {ago(createdAt, now)}
              </p>
            </li>
          ))}
        </ul>
        <LoadMore query={notes} />
      </Stack>
    </SettingsCard>
  );
}

function WriteNote({ contactId }: { contactId: string }) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const add = useMutation({
    mutationFn: () => api.contacts.addNote({ id: contactId, text: text.trim() }),
    onSuccess: async () => {
      setText("");
      await client.invalidateQueries({ queryKey: notesQuery(contactId).queryKey });
    },
    onError: (thrown) => notifyError(t("The note was not saved"), thrown),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Textarea
        aria-label={t("New note")}
        placeholder={t("What colleagues should know")}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt={8}>
        <Button
          type="submit"
          size="compact-md"
          variant="light"
          disabled={text.trim() === ""}
          loading={add.isPending}
        >
          {t("Add note")}
        </Button>
      </Group>
    </form>
  );
}
