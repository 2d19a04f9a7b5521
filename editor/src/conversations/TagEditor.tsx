/** A contact's tags, changed in place. */

import type { Conversation } from "@hilo/server/contract";
import { TagsInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { contactQuery, namesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";

export function TagEditor({ contact }: { contact: Pick<Conversation["contact"], "id" | "tags"> }) {
  const client = useQueryClient();
  const [tags, setTags] = useState(contact.tags);
  const names = useQuery(namesQuery);
  const known = contact.tags.join("\n");
  // A flow may tag the contact while this is open.
  useEffect(() => setTags(known === "" ? [] : known.split("\n")), [known]);
  const save = useMutation({
    mutationFn: (changed: string[]) => api.contacts.update({ id: contact.id, tags: changed }),
    onSuccess: (updated) => {
      client.setQueryData(contactQuery(contact.id).queryKey, updated);
      for (const name of ["contacts", "names", "conversation"])
        void client.invalidateQueries({ queryKey: [name] });
      void client.invalidateQueries({ queryKey: ["conversations"] });
    },
    onError: (thrown) => {
      setTags(contact.tags);
      notifyError(t("The tags were not saved"), thrown);
    },
  });
  return (
    <TagsInput
      aria-label={t("Tags")}
      placeholder={tags.length === 0 ? t("Add a tag") : ""}
      data={names.data?.tags ?? []}
      value={tags}
      maxTags={100}
      onChange={(changed) => {
        const clean = changed.map((tag) => tag.trim().slice(0, 60)).filter((tag) => tag !== "");
        setTags(clean);
        save.mutate(clean);
      }}
    />
  );
}
