/** The tests of all flows, played: green or red by flow, the line that failed, and the way there. */
import { Alert, Anchor, Button, Code, Group, Loader, Modal, Stack, Text } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import { Link } from "react-router";
import { toApiError } from "../api/api-error.ts";
import { t } from "../i18n/t.ts";
import styles from "./AllTests.module.css";
import { failedOf, failingLine, loadDrafts, playAll, type TestedFlow } from "./all-tests.ts";
import { TestMark, testsInNumbers } from "./TestResults.tsx";

type Run = { state: "running" | "done"; flows: readonly TestedFlow[] } | { state: "failed"; why: string };

export function AllTestsDialog({ onClose }: { onClose: () => void }) {
  const { run, again } = useAllTests();
  return (
    <Modal opened onClose={onClose} title={t("Tests of all flows")} size="lg">
      <Stack gap="md">
        {run.state === "failed" ? (
          <Alert color="red" title={t("The flows can't be read")}>
            {run.why}
          </Alert>
        ) : (
          <>
            <Group justify="space-between" wrap="nowrap">
              <Text role="status" fw={600}>
                {inNumbers(run.flows, run.state === "running")}
              </Text>
              {run.state === "running" && <Loader size="xs" aria-label={t("Playing the tests")} />}
            </Group>
            {run.state === "done" && run.flows.length === 0 && (
              <Text size="sm" c="dimmed">
                {t(
                  "No flow keeps a test yet. Chat with a flow in its simulator, then keep the chat as a test there.",
                )}
              </Text>
            )}
            <ul className={styles.flows}>
              {sorted(run.flows).map((flow) => (
                <FlowResults key={flow.id} flow={flow} onLeave={onClose} />
              ))}
            </ul>
          </>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("Close")}
          </Button>
          {(run.state !== "done" || run.flows.length > 0) && (
            <Button
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={run.state === "running"}
              onClick={again}
            >
              {t("Run again")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function useAllTests() {
  const [round, setRound] = useState(0);
  const [run, setRun] = useState<Run>({ state: "running", flows: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is the reason to play again
  useEffect(() => {
    let left = false;
    const told = (next: (old: Run) => Run) => !left && setRun(next);
    const add = (flow: TestedFlow) =>
      told((old) => ("flows" in old ? { ...old, flows: [...old.flows, flow] } : old));
    setRun({ state: "running", flows: [] });
    loadDrafts()
      .then((flows) => playAll(flows, add))
      .then(() => told((old) => ("flows" in old ? { ...old, state: "done" } : old)))
      .catch((thrown: unknown) => told(() => ({ state: "failed", why: toApiError(thrown).message })));
    return () => {
      left = true;
    };
  }, [round]);
  return { run, again: useCallback(() => setRound((old) => old + 1), []) };
}

function inNumbers(flows: readonly TestedFlow[], running: boolean): string {
  const count = flows.reduce((sum, { results }) => sum + results.length, 0);
  const failed = flows.reduce((sum, flow) => sum + failedOf(flow), 0);
  if (count === 0) return running ? t("Reading the flows…") : t("There is nothing to play");
  return testsInNumbers(failed, count);
}

/** Red ones first, each kind in the order of the list. */
const sorted = (flows: readonly TestedFlow[]) =>
  flows.toSorted((a, b) => Number(failedOf(b) > 0) - Number(failedOf(a) > 0));

function FlowResults({ flow, onLeave }: { flow: TestedFlow; onLeave: () => void }) {
  const failed = failedOf(flow);
  const count = flow.results.length;
  return (
    <li className={styles.flow} data-failed={failed > 0 || undefined}>
      <div className={styles.head}>
        <TestMark passed={failed === 0} />
        <Anchor component={Link} to={`/flows/${flow.id}`} fw={600} size="sm" onClick={onLeave}>
          {flow.name}
        </Anchor>
        <Text size="xs" c="dimmed" ml="auto">
          {failed === 0 ? t("{count} passed", { count }) : t("{failed} of {count} failed", { failed, count })}
        </Text>
      </div>
      <ul className={styles.tests}>
        {flow.results.map(({ name, report }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity but their place
          <li key={at}>
            <TestMark passed={report === ""} />
            {report === "" ? (
              <span>{name}</span>
            ) : (
              <details open>
                <summary>
                  {name}: <strong>{failingLine(report)}</strong>
                </summary>
                <Code block>{report}</Code>
              </details>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
