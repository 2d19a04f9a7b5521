/** Makes two contacts one: the other is chosen, what will happen is shown, then it happens. */
import type { Contact, ContactDetail } from "@hilo/server/contract";
import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyDone } from "../api/notify.ts";
import { contactsQuery } from "../api/queries.ts";
import { contactName, withPlus } from "../conversations/contact-name.ts";
import { t } from "../i18n/t.ts";
import { Fact, Facts } from "../shell/Facts.tsx";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { fieldText } from "./contact-fields.ts";
import { mergePreview } from "./merge-preview.ts";
import { rereadContacts } from "./reread-contacts.ts";

export function MergeDialog({ contact, onClose }: { contact: ContactDetail; onClose(): void }) {
  const client = useQueryClient();
  const [other, setOther] = useState<Contact | null>(null);
  const name = contactName(contact);
  const merge = useMutation({
    mutationFn: (loser: Contact) => api.contacts.merge({ id: contact.id, other: loser.id }),
    onSuccess: async (_, loser) => {
      await rereadContacts(client);
      notifyDone(t("{other} is part of {name} now", { other: contactName(loser), name }));
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t("Merge another contact into {name}", { name })} size="lg">
      <Stack gap="md">
        <Text c="dimmed" size="sm">
          {t("For one person who is here twice. It can be undone on this page.")}
        </Text>
        <ChooseContact not={contact.id} chosen={other} onChoose={setOther} />
        {other && <Preview contact={contact} other={other} />}
        {merge.isError && <Hint tone="bad">{toApiError(merge.error).message}</Hint>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button disabled={!other} loading={merge.isPending} onClick={() => other && merge.mutate(other)}>
            {t("Merge")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface ChooseProps {
  not: string;
  chosen: Contact | null;
  onChoose(contact: Contact | null): void;
}

function ChooseContact({ not, chosen, onChoose }: ChooseProps) {
  const [words, setWords] = useState("");
  const [search] = useDebouncedValue(words.trim(), SEARCH_PAUSE_MS);
  // What was chosen is written in the field: it is not what is looked for.
  const looked = chosen && words === labelOf(chosen) ? undefined : search || undefined;
  const found = useInfiniteQuery({ ...contactsQuery({ search: looked }), placeholderData: keepPreviousData });
  const people = (found.data?.pages.flatMap((page) => page.items) ?? []).filter(({ id }) => id !== not);
  const offered = chosen && !people.some(({ id }) => id === chosen.id) ? [chosen, ...people] : people;
  return (
    <Select
      label={t("The other contact")}
      placeholder={t("Search by name, number or e-mail")}
      searchable
      data-autofocus
      data={offered.map((person) => ({ value: person.id, label: labelOf(person) }))}
      // The server has looked for the words: what it found is not sifted again.
      filter={({ options }) => options}
      nothingFoundMessage={t("Nobody fits")}
      searchValue={words}
      onSearchChange={setWords}
      value={chosen?.id ?? null}
      onChange={(id) => onChoose(offered.find((person) => person.id === id) ?? null)}
    />
  );
}

/** Two people may have one name. */
const labelOf = (person: Contact): string =>
  [
    contactName(person),
    person.name && person.phone ? withPlus(person.phone) : null,
    person.email,
    ...person.identities.slice(0, 1).map(({ platform }) => t(PLATFORM_NAMES[platform])),
  ]
    .filter(Boolean)
    .join(" · ");

function Preview({ contact, other }: { contact: ContactDetail; other: Contact }) {
  const { gained, dropped, tags, identities, optsOut } = mergePreview(contact, other);
  const columns = columnWords();
  const lines: [string, string][] = [
    ...gained.map(({ of, value }): [string, string] => [columns[of] ?? of, fieldText(value)]),
    ...(tags.length > 0 ? [[t("Tags"), tags.join(", ")] as [string, string]] : []),
    ...identities.map(({ platform, externalId }): [string, string] => [
      t(PLATFORM_NAMES[platform]),
      externalId,
    ]),
  ];
  return (
    <Stack gap="sm" role="region" aria-label={t("What will happen")}>
      <Text fw={600}>{t("{name} gets", { name: contactName(contact) })}</Text>
      <Facts>
        {lines.map(([label, value]) => (
          <Fact key={`${label} ${value}`} name={label}>
            {value}
          </Fact>
        ))}
        <Fact name={t("History")}>
          {t("all conversations, sessions and notes of {name}", { name: contactName(other) })}
        </Fact>
      </Facts>
      {dropped.length > 0 && (
        <>
          <Text fw={600}>{t("Stays as it is")}</Text>
          <Facts>
            {dropped.map(({ of, kept, value }) => (
              <Fact key={of} name={columns[of] ?? of}>
                {t("{kept} (not {value})", { kept: fieldText(kept), value: fieldText(value) })}
              </Fact>
            ))}
          </Facts>
        </>
      )}
      {optsOut && (
        <Hint tone="warn">
          {t("{name} wants no messages: nothing is sent to the merged contact.", {
            name: contactName(other),
          })}
        </Hint>
      )}
    </Stack>
  );
}

const columnWords = (): Record<string, string> => ({
  name: t("Name"),
  phone: t("Phone"),
  email: t("E-mail"),
  language: t("Language"),
});
