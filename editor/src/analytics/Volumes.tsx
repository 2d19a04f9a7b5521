/** Each day's messages: from customers, by the bot, by people. */
import { BarChart } from "@mantine/charts";
import { locale, t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import styles from "./Analytics.module.css";
import type { Day } from "./report.ts";

export function Volumes({ days }: { days: readonly Day[] }) {
  const short = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short", timeZone: "UTC" });
  const data = days.map((day) => ({ ...day, day: short.format(new Date(`${day.day}T00:00:00Z`)) }));
  return (
    <SettingsCard title={t("Messages by day")} about={t("In the workspace's time zone.")}>
      <figure className={styles.chart} aria-label={t("Messages by day")}>
        <BarChart
          h={260}
          data={data}
          dataKey="day"
          type="stacked"
          withLegend
          series={[
            { name: "received", label: t("From customers"), color: "mulberry.6" },
            { name: "byBot", label: t("By the bot"), color: "teal.7" },
            { name: "byPeople", label: t("By people"), color: "orange.6" },
          ]}
          tickLine="none"
          barProps={{ isAnimationActive: false }}
        />
      </figure>
    </SettingsCard>
  );
}
