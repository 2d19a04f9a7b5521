/** Lead forms that people filled in: what they wrote, who they are, and what could not be fetched. */
import { Paper, SegmentedControl, Select, Skeleton, Stack } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { usePollingFallback } from "../api/live.tsx";
import { channelsQuery, type LeadFilter, leadsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { channelName, channelOptions } from "../shell/stored-names.ts";
import { ContactTabs } from "./ContactTabs.tsx";
import styles from "./contacts.module.css";
import { LeadRow, leadStates } from "./LeadRow.tsx";

const STATES = ["done", "pending", "failed"] as const;

export function LeadsPage() {
  const [filter, setFilter] = useState<LeadFilter>({});
  const refetchInterval = usePollingFallback();
  const channels = useQuery(channelsQuery);
  const leads = useInfiniteQuery({
    ...leadsQuery(filter),
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const rows = leads.data?.pages.flatMap((page) => page.items) ?? [];
  const named = new Map(channels.data?.items.map((channel) => [channel.id, channelName(channel)]));
  const narrowed = filter.state !== undefined || filter.channelId !== undefined;
  return (
    <Page>
      <PageHeader title={t("Leads")}>
        {t("What people wrote into the lead forms of your pages and ads. Each becomes a contact.")}
      </PageHeader>
      <ContactTabs />
      <div className={styles.leadFilters}>
        <SegmentedControl
          aria-label={t("State")}
          value={filter.state ?? "all"}
          onChange={(value) => setFilter({ ...filter, state: STATES.find((state) => state === value) })}
          data={[
            { value: "all", label: t("All") },
            ...STATES.map((value) => ({ value, label: leadStates()[value].words })),
          ]}
        />
        <Select
          aria-label={t("Channel")}
          placeholder={t("Every channel")}
          clearable
          data={channelOptions(channels.data?.items)}
          value={filter.channelId ?? null}
          onChange={(channelId) => setFilter({ ...filter, channelId: channelId ?? undefined })}
        />
      </div>
      {leads.isPending && (
        <Stack gap="sm" role="status" aria-label={t("Loading")}>
          <Skeleton height={120} radius="lg" />
          <Skeleton height={120} radius="lg" />
        </Stack>
      )}
      {leads.isError && !leads.data && (
        <LoadFailed what={t("The leads")} error={leads.error} onRetry={() => void leads.refetch()} />
      )}
      {leads.data && rows.length === 0 && (
        <Notice title={narrowed ? t("No lead fits") : t("No lead yet")} shape={narrowed ? "lost" : "calm"}>
          {narrowed
            ? t("Take a filter away to see the others.")
            : t("When somebody fills in a lead form of a connected page, what they wrote is here.")}
        </Notice>
      )}
      {rows.length > 0 && (
        <Paper withBorder className={styles.list} component="ul">
          {rows.map((lead) => (
            <LeadRow key={lead.id} lead={lead} channelName={named.get(lead.channelId)} />
          ))}
        </Paper>
      )}
      <LoadMore query={leads} />
    </Page>
  );
}
