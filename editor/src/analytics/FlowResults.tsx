/** What came of each flow's runs. */
import type { Overview } from "@hilo/server/contract";
import { Progress, Table } from "@mantine/core";
import { Link } from "react-router";
import { locale, t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import styles from "./Analytics.module.css";

type Flow = Overview["flows"][number];

export function FlowResults({ flows }: { flows: readonly Flow[] }) {
  if (flows.length === 0) return null;
  const number = (value: number) => value.toLocaleString(locale());
  return (
    <SettingsCard title={t("Flows")} about={t("Runs that began in this time, and how they ended.")}>
      <Table.ScrollContainer minWidth={620}>
        <Table className={styles.results ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Flow")}</Table.Th>
              <Table.Th>{t("To the end")}</Table.Th>
              <Table.Th ta="right">{t("Began")}</Table.Th>
              <Table.Th ta="right">{t("No answer")}</Table.Th>
              <Table.Th ta="right">{t("Errors")}</Table.Th>
              <Table.Th ta="right">{t("Going on now")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {flows.map((flow) => (
              <Table.Tr key={flow.flowId}>
                <Table.Th scope="row" className={styles.flowName}>
                  <Link to={`/flows/${flow.flowId}`}>{flow.name}</Link>
                </Table.Th>
                <Table.Td>
                  <Share of={flow} />
                </Table.Td>
                <Table.Td ta="right">{number(flow.started)}</Table.Td>
                <Table.Td ta="right">{number(flow.expired)}</Table.Td>
                <Table.Td ta="right">{number(flow.errored)}</Table.Td>
                <Table.Td ta="right">
                  {flow.live === 0 ? (
                    number(0)
                  ) : (
                    <Link to={`/sessions?flowId=${flow.flowId}`}>{number(flow.live)}</Link>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </SettingsCard>
  );
}

function Share({ of: { started, completed } }: { of: Flow }) {
  const percent = Math.round((completed / started) * 100);
  return (
    <div className={styles.share}>
      <Progress
        value={percent}
        color="mulberry.6"
        aria-label={t("{percent} % to the end", { percent })}
        flex={1}
      />
      <span>{percent} %</span>
    </div>
  );
}
