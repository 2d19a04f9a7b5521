/** Where a member writes down what colleagues should know: the customer never sees it. An @ names a member, who is told. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api } from "../../api/client.ts";
import { notifyError } from "../../api/notify.ts";
import { membersQuery, notesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { mentionAt } from "./suggest.ts";
import { WriteBox } from "./WriteBox.tsx";

/** As the server takes it. */
const MAX_NOTE = 4_000;

interface NoteBoxProps {
  contactId: string;
  text: string;
  onText(text: string): void;
}

export function NoteBox({ contactId, text, onText }: NoteBoxProps) {
  const client = useQueryClient();
  const input = useRef<HTMLTextAreaElement>(null);
  const members = useQuery(membersQuery).data?.items ?? [];
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const add = useMutation({
    mutationFn: (words: string) => api.contacts.addNote({ id: contactId, text: words.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: notesQuery(contactId).queryKey }),
    onError: (thrown, words) => {
      if (input.current?.value === "") onText(words);
      notifyError(t("The note was not saved"), thrown);
    },
  });
  return (
    <WriteBox
      box={input}
      label={t("Note")}
      placeholder={t("A note for colleagues; @ names one of them")}
      submitLabel={t("Add note")}
      maxLength={MAX_NOTE}
      text={text}
      onText={onText}
      onSubmit={() => {
        add.mutate(text);
        onText("");
      }}
      suggest={(typed, caret) => mentionAt(typed, caret, members)}
    />
  );
}
