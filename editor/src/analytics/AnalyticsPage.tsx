/** How it goes: how much is said and by whom, how fast people answer, what comes of flows, what nobody understood. */
import "@mantine/charts/styles.css";
import type { Overview } from "@hilo/server/contract";
import { Button, Group, SegmentedControl, Select, Skeleton, Stack } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { z } from "zod";
import { channelsQuery, overviewQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { useFilterInAddress } from "../shell/filter-in-address.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { saveFile } from "../shell/save-file.ts";
import { channelOptions } from "../shell/stored-names.ts";
import { useMe } from "../shell/use-me.ts";
import styles from "./Analytics.module.css";
import { Experiments } from "./Experiments.tsx";
import { FlowResults } from "./FlowResults.tsx";
import { everyDay, overviewCsv } from "./report.ts";
import { Tiles } from "./Tiles.tsx";
import { Unmatched } from "./Unmatched.tsx";
import { Volumes } from "./Volumes.tsx";

const PERIODS = ["7", "30", "90"] as const;

const FILTER = z.object({
  days: z.enum(PERIODS).optional().catch(undefined),
  channelId: z.uuid().optional().catch(undefined),
});

export interface ReportPeriod {
  days: number;
  channelId?: string | undefined;
}

export function AnalyticsPage() {
  const [{ days = "30", channelId }, change] = useFilterInAddress(FILTER);
  const period = { days: Number(days), channelId };
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const overview = useQuery(overviewQuery(period));
  return (
    <Page>
      <PageHeader title={t("Analytics")} action={overview.data && <Download overview={overview.data} />}>
        {t("How much is said and by whom, what comes of flows, and what nobody understood.")}
      </PageHeader>
      <Group mb="md" gap="sm">
        <SegmentedControl
          size="sm"
          aria-label={t("Of which time")}
          value={days}
          onChange={(value) => change({ days: PERIODS.find((one) => one === value) })}
          data={PERIODS.map((value) => ({ value, label: t("{count} days", { count: Number(value) }) }))}
        />
        <Select
          aria-label={t("Channel")}
          placeholder={t("Every channel but simulators")}
          clearable
          data={channelOptions(channels)}
          value={channelId ?? null}
          onChange={(value) => change({ channelId: value ?? undefined })}
        />
      </Group>
      {overview.isPending && <Loading />}
      {overview.isError && !overview.data && (
        <LoadFailed what={t("The report")} error={overview.error} onRetry={() => void overview.refetch()} />
      )}
      {overview.data && <Report overview={overview.data} period={period} />}
    </Page>
  );
}

function Report({ overview, period }: { overview: Overview; period: ReportPeriod }) {
  const zone = useMe()?.workspace.timeZone ?? "UTC";
  const { total, flows } = overview;
  const said = total.received + total.byBot + total.byPeople;
  if (said === 0 && flows.length === 0)
    return (
      <Notice title={t("Nothing was said in this time")}>
        {t(
          "What customers write and what they get is counted here. To see your own tests, choose the simulator above.",
        )}
      </Notice>
    );
  return (
    <Stack gap="lg">
      <Tiles overview={overview} />
      <Volumes days={everyDay(overview.days, period.days, new Date(), zone)} />
      <FlowResults flows={flows} />
      <Unmatched period={period} />
      <Experiments />
    </Stack>
  );
}

function Download({ overview }: { overview: Overview }) {
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => saveFile({ name: "hilo-analytics.csv", type: "text/csv", text: overviewCsv(overview) })}
    >
      {t("As CSV")}
    </Button>
  );
}

function Loading() {
  return (
    <Stack gap="lg" role="status" aria-label={t("Loading")}>
      <div className={styles.tiles}>
        {[0, 1, 2, 3, 4].map((tile) => (
          <Skeleton key={tile} height={92} radius="lg" />
        ))}
      </div>
      <Skeleton height={300} radius="lg" />
    </Stack>
  );
}
