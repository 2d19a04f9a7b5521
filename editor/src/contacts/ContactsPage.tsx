/** Everybody who ever wrote, or was added: found by words, tag and channel. */
import { Paper, Select, Skeleton, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { usePollingFallback } from "../api/live.tsx";
import { type ContactFilter, channelsQuery, contactsQuery, namesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { useFilterInAddress } from "../shell/filter-in-address.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { channelOptions } from "../shell/stored-names.ts";
import { ContactRow } from "./ContactRow.tsx";
import { ContactTabs } from "./ContactTabs.tsx";
import styles from "./contacts.module.css";

const FILTER = z.object({
  search: z.string().max(100).optional().catch(undefined),
  tag: z.string().max(60).optional().catch(undefined),
  channelId: z.uuid().optional().catch(undefined),
});

export function ContactsPage() {
  const [filter, change] = useFilterInAddress(FILTER);
  const [search] = useDebouncedValue(filter.search?.trim(), SEARCH_PAUSE_MS);
  const asked = { ...filter, search: search || undefined };
  const refetchInterval = usePollingFallback();
  const contacts = useInfiniteQuery({
    ...contactsQuery(asked),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const rows = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  const narrowed = Object.values(asked).some((value) => value !== undefined);
  return (
    <Page>
      <PageHeader title={t("Contacts")}>
        {t(
          "The people who write to you, on every channel, and what flows have learned of them. The newest come first.",
        )}
      </PageHeader>
      <ContactTabs />
      <Filters filter={filter} onChange={change} />
      {contacts.isPending && <Loading />}
      {contacts.isError && !contacts.data && (
        <LoadFailed what={t("The contacts")} error={contacts.error} onRetry={() => void contacts.refetch()} />
      )}
      {contacts.data && rows.length === 0 && <Nobody narrowed={narrowed} />}
      {rows.length > 0 && (
        <Paper withBorder className={styles.list} component="ul">
          {rows.map((contact) => (
            <ContactRow key={contact.id} contact={contact} />
          ))}
        </Paper>
      )}
      <LoadMore query={contacts} />
    </Page>
  );
}

interface FiltersProps {
  filter: ContactFilter;
  onChange(changed: ContactFilter): void;
}

function Filters({ filter, onChange }: FiltersProps) {
  const channels = useQuery(channelsQuery);
  const names = useQuery(namesQuery);
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        aria-label={t("Search by name, number or e-mail")}
        placeholder={t("Search by name, number or e-mail")}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={100}
        value={filter.search ?? ""}
        onChange={(event) => onChange({ search: event.currentTarget.value || undefined })}
      />
      <Select
        aria-label={t("Tag")}
        placeholder={t("Every tag")}
        clearable
        searchable
        data={names.data?.tags ?? []}
        value={filter.tag ?? null}
        onChange={(tag) => onChange({ tag: tag ?? undefined })}
      />
      <Select
        aria-label={t("Channel")}
        placeholder={t("Every channel")}
        clearable
        data={channelOptions(channels.data?.items)}
        value={filter.channelId ?? null}
        onChange={(channelId) => onChange({ channelId: channelId ?? undefined })}
      />
    </div>
  );
}

function Nobody({ narrowed }: { narrowed: boolean }) {
  if (narrowed)
    return (
      <Notice shape="lost" title={t("Nobody fits")}>
        {t("Try another word, or take a filter away.")}
      </Notice>
    );
  return (
    <Notice title={t("Nobody is known yet")}>
      {t("As soon as somebody writes on a channel or fills in a form, they are here.")}
    </Notice>
  );
}

function Loading() {
  return (
    <Stack gap="sm" role="status" aria-label={t("Loading")}>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <Skeleton key={row} height={58} radius="lg" />
      ))}
    </Stack>
  );
}
