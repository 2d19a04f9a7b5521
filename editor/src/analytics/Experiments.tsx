/** Which variant of a split does better, and what flows counted. */
import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { eventCountsQuery, experimentsQuery } from "../api/queries.ts";
import { locale, t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import styles from "./Analytics.module.css";

const percent = (share: number) =>
  share.toLocaleString(locale(), { style: "percent", maximumFractionDigits: 1 });

export function Experiments() {
  const experiments = useQuery(experimentsQuery).data?.items ?? [];
  const events = useQuery(eventCountsQuery).data?.items ?? [];
  return (
    <>
      {experiments.map(({ name, event, variants }) => (
        <SettingsCard
          key={name}
          title={t("Experiment “{name}”", { name })}
          about={
            event ? t("Success is the event “{event}”.", { event }) : t("No event was counted after it yet.")
          }
        >
          <Table.ScrollContainer minWidth={420}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("Variant")}</Table.Th>
                  <Table.Th ta="right">{t("People")}</Table.Th>
                  <Table.Th ta="right">{t("Success")}</Table.Th>
                  <Table.Th ta="right">{t("Surely better than the first")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {variants.map(({ variant, entered, converted, rate, confidence }) => (
                  <Table.Tr key={variant}>
                    <Table.Th scope="row">{variant}</Table.Th>
                    <Table.Td ta="right">{entered.toLocaleString(locale())}</Table.Td>
                    <Table.Td ta="right">
                      {percent(rate)} ({converted.toLocaleString(locale())})
                    </Table.Td>
                    <Table.Td ta="right">{confidence === null ? "–" : percent(confidence)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </SettingsCard>
      ))}
      {events.length > 0 && (
        <SettingsCard title={t("Counted events")} about={t("Of the last 30 days, in every channel.")}>
          <ul className={styles.texts}>
            {events.map(({ event, count, contacts, value }) => (
              <li key={event}>
                <span className={styles.text}>{event}</span>
                <span>
                  {t("{count} times, {people} people", { count, people: contacts })}
                  {value !== null && ` · Σ ${value.toLocaleString(locale())}`}
                </span>
              </li>
            ))}
          </ul>
        </SettingsCard>
      )}
    </>
  );
}
