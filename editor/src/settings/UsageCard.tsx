/** What a month cost: messages in and out, templates, sessions, people, files. */
import { Skeleton, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { usageQuery } from "../api/queries.ts";
import { locale, t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import styles from "./Settings.module.css";
import { SettingsCard } from "./SettingsCard.tsx";

export function UsageCard() {
  const usage = useQuery(usageQuery);
  const months = usage.data?.months ?? [];
  return (
    <SettingsCard title={t("Usage")} about={t("Counted by month, in UTC. Meta charges for templates.")}>
      {usage.isPending && <Skeleton height={56} radius="md" />}
      {usage.isError && !usage.data && (
        <LoadFailed what={t("The usage")} error={usage.error} onRetry={() => void usage.refetch()} />
      )}
      {usage.data && months.length === 0 && <p className={styles.about}>{t("Nothing was counted yet.")}</p>}
      {months.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Month")}</Table.Th>
                {columns().map(({ title }) => (
                  <Table.Th key={title} ta="right">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {months.map((month) => (
                <Table.Tr key={month.month}>
                  <Table.Th scope="row">{monthName(month.month)}</Table.Th>
                  {columns().map(({ title, key }) => (
                    <Table.Td key={title} ta="right">
                      {key === "mediaBytes" ? megabytes(month[key]) : month[key].toLocaleString(locale())}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </SettingsCard>
  );
}

const columns = () =>
  [
    { key: "received", title: t("Came in") },
    { key: "sent", title: t("Went out") },
    { key: "templates", title: t("Templates") },
    { key: "failed", title: t("Not sent") },
    { key: "sessions", title: t("Sessions") },
    { key: "contacts", title: t("People") },
    { key: "mediaBytes", title: t("Files") },
  ] as const;

/** @param month `2026-11` */
function monthName(month: string): string {
  return new Intl.DateTimeFormat(locale(), { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toLocaleString(locale(), {
    style: "unit",
    unit: "megabyte",
    maximumFractionDigits: 1,
  });
}
