/** Everybody who ever wrote, or was added: found by words, tag, channel, a filter, or a segment that was saved. */
import { Button, Paper, Skeleton, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload, IconTableImport } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { usePollingFallback } from "../api/live.tsx";
import { contactCountQuery, contactsQuery, segmentsQuery } from "../api/queries.ts";
import { t, tCount } from "../i18n/t.ts";
import { useFilterInAddress } from "../shell/filter-in-address.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { useManages } from "../shell/use-me.ts";
import { ContactRow } from "./ContactRow.tsx";
import { ContactsSearch } from "./ContactsSearch.tsx";
import { ContactTabs } from "./ContactTabs.tsx";
import styles from "./contacts.module.css";
import { FilterPanel } from "./filter/FilterPanel.tsx";
import { askedBy, CONTACTS_ADDRESS, exportAddress, readFilter } from "./filter/filter-in-address.ts";

export function ContactsPage() {
  const [address, change] = useFilterInAddress(CONTACTS_ADDRESS);
  const manages = useManages();
  const segments = useQuery(segmentsQuery);
  const segment = segments.data?.items.find(({ id }) => id === address.segment);
  const [open, setOpen] = useState(address.filter !== undefined);
  // Another filter from elsewhere begins the form anew; what is typed into it does not.
  const [beginning, setBeginning] = useState(0);
  const begin = (changed: Parameters<typeof change>[0]) => {
    change(changed);
    setBeginning((n) => n + 1);
  };
  const [search] = useDebouncedValue(address.search, SEARCH_PAUSE_MS);
  const [filter] = useDebouncedValue(address.filter, SEARCH_PAUSE_MS);
  const asked = askedBy({ ...address, search, filter });
  const narrowed = Object.values(asked).some((value) => value !== undefined);
  return (
    <Page>
      <PageHeader
        title={t("Contacts")}
        action={
          manages && (
            <Button
              component={Link}
              to="/contacts/import"
              variant="default"
              leftSection={<IconTableImport size={16} aria-hidden />}
            >
              {t("Import contacts")}
            </Button>
          )
        }
      >
        {t(
          "The people who write to you, on every channel, and what flows have learned of them. The newest come first.",
        )}
      </PageHeader>
      <ContactTabs />
      <ContactsSearch
        address={address}
        segments={segments.data?.items ?? []}
        filterOpen={open}
        onChange={change}
        onSegment={(id) => begin({ segment: id, filter: undefined })}
        onToggleFilter={() => setOpen(!open)}
      />
      {open && (address.segment === undefined || segments.data) && (
        <FilterPanel
          key={`${beginning} ${segment?.id}`}
          filter={readFilter(address.filter)}
          segment={segment}
          onChange={(filter) => change({ filter: filter ? JSON.stringify(filter) : undefined })}
          onSaved={({ id }) => begin({ segment: id, filter: undefined })}
          onClear={() => begin({ segment: undefined, filter: undefined })}
        />
      )}
      <Found asked={asked} narrowed={narrowed} />
    </Page>
  );
}

function Found({ asked, narrowed }: { asked: ReturnType<typeof askedBy>; narrowed: boolean }) {
  const manages = useManages();
  const refetchInterval = usePollingFallback();
  const contacts = useInfiniteQuery({
    ...contactsQuery(asked),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const count = useQuery({ ...contactCountQuery(asked), refetchInterval, placeholderData: keepPreviousData });
  const rows = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.found}>
        <p role="status">
          {count.data && count.data.count > 0 && tCount(count.data.count, "1 contact", "{count} contacts")}
        </p>
        {manages && rows.length > 0 && (
          <Button
            component="a"
            href={exportAddress(asked)}
            download
            variant="subtle"
            size="compact-sm"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t("Export as CSV")}
          </Button>
        )}
      </div>
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
    </>
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
