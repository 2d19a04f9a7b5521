/** Replies that people give often: a word after a slash, and what it stands for. */
import type { CannedReply } from "@hilo/server/contract";
import { Button, Skeleton, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { cannedRepliesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import styles from "./Settings.module.css";
import { SettingsCard } from "./SettingsCard.tsx";
import { SettingsRow } from "./SettingsRow.tsx";

type Draft = Pick<CannedReply, "id" | "shortcut" | "text">;
const NEW: Draft = { id: "", shortcut: "", text: "" };

export function CannedRepliesCard() {
  const replies = useQuery(cannedRepliesQuery);
  const [open, setOpen] = useState<Draft | null>(null);
  return (
    <SettingsCard
      title={t("Canned replies")}
      about={t(
        "Whoever writes to a customer types a slash and the word, and the reply is there to be sent or changed.",
      )}
      action={
        <Button leftSection={<IconPlus size={17} aria-hidden />} variant="light" onClick={() => setOpen(NEW)}>
          {t("New reply")}
        </Button>
      }
    >
      {replies.isPending && <Skeleton height={56} radius="md" />}
      {replies.data?.items.length === 0 && <p className={styles.none}>{t("No canned replies yet.")}</p>}
      <ul className={styles.keys}>
        {replies.data?.items.map((reply) => (
          <SettingsRow
            key={reply.id}
            removing={{
              question: t("Remove this canned reply?"),
              confirm: t("Remove the reply"),
              failed: t("The reply is still there"),
            }}
            name={`/${reply.shortcut}`}
            facts={reply.text}
            changeLabel={t("Change…")}
            onChange={() => setOpen(reply)}
            remove={() => api.cannedReplies.remove({ id: reply.id })}
            listKey={cannedRepliesQuery.queryKey}
          >
            {t("Nobody can write /{shortcut} any more. What was sent stays.", { shortcut: reply.shortcut })}
          </SettingsRow>
        ))}
      </ul>
      {open && <ReplyDialog reply={open} onClose={() => setOpen(null)} />}
    </SettingsCard>
  );
}

function ReplyDialog({ reply, onClose }: { reply: Draft; onClose(): void }) {
  const client = useQueryClient();
  const [shortcut, setShortcut] = useState(reply.shortcut);
  const [text, setText] = useState(reply.text);
  const isNew = reply.id === "";
  const save = useMutation({
    mutationFn: () =>
      isNew
        ? api.cannedReplies.create({ shortcut, text })
        : api.cannedReplies.update({ id: reply.id, shortcut, text }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: cannedRepliesQuery.queryKey });
      onClose();
    },
  });
  return (
    <FormDialog
      title={isNew ? t("New canned reply") : t("Canned reply /{shortcut}", { shortcut: reply.shortcut })}
      submit={t("Save")}
      blocked={shortcut === "" || text.trim() === ""}
      saving={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Word after the slash")}
        placeholder={t("hours")}
        leftSection="/"
        maxLength={32}
        data-autofocus
        value={shortcut}
        error={save.isError && toApiError(save.error).message}
        onChange={(event) => setShortcut(event.currentTarget.value.trim())}
      />
      <Textarea
        label={t("Reply")}
        description={t("{{ contact.name }} and {{ agent.name }} are filled in where it is written.")}
        placeholder={t("We are open from 9 to 18, Monday to Friday.")}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4_096}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
