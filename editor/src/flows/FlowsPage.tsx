/** The workspace's flows: what starts them, what state they are in, who is in them now. */
import { ActionIcon, Button, Group, Menu, Paper, Skeleton, Stack } from "@mantine/core";
import { IconChecklist, IconDots, IconFileImport, IconPlus, IconQuestionMark } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSearchParams } from "react-router";
import { flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { ExplainDialog } from "./ExplainDialog.tsx";
import { FlowRow } from "./FlowRow.tsx";
import styles from "./FlowsPage.module.css";
import { ImportDialog } from "./import/ImportDialog.tsx";

/** Its previews bring the engine with them, which the list does not need. */
const NewFlowDialog = lazy(async () => ({
  default: (await import("./gallery/NewFlowDialog.tsx")).NewFlowDialog,
}));

/** It brings the engine too. */
const AllTestsDialog = lazy(async () => ({
  default: (await import("../simulator/AllTestsDialog.tsx")).AllTestsDialog,
}));

export function FlowsPage() {
  const flows = useInfiniteQuery(flowsQuery);
  const [creating, setCreating] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [importing, setImporting] = useState(false);
  const [search, setSearch] = useSearchParams();
  const setTesting = (on: boolean) => setSearch(on ? { tests: "all" } : {}, { replace: true });
  const rows = flows.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>
      {t("New flow")}
    </Button>
  );

  const importButton = (
    <Button
      variant="default"
      leftSection={<IconFileImport size={17} aria-hidden />}
      onClick={() => setImporting(true)}
    >
      {t("Import")}
    </Button>
  );

  return (
    <Page>
      <PageHeader
        title={t("Flows")}
        action={
          rows.length > 0 && (
            <Group gap="sm" wrap="nowrap">
              <Group gap="sm" visibleFrom="sm">
                <Button
                  variant="default"
                  leftSection={<IconQuestionMark size={17} aria-hidden />}
                  onClick={() => setExplaining(true)}
                >
                  {t("Who answers?")}
                </Button>
                <Button
                  variant="default"
                  leftSection={<IconChecklist size={17} aria-hidden />}
                  onClick={() => setTesting(true)}
                >
                  {t("Run all tests")}
                </Button>
                {importButton}
              </Group>
              <MoreActions
                onExplain={() => setExplaining(true)}
                onTests={() => setTesting(true)}
                onImport={() => setImporting(true)}
              />
              {create}
            </Group>
          )
        }
      >
        {t("A flow is a conversation you draw. Customers start it by writing one of its keywords.")}
      </PageHeader>
      {flows.isPending && <Loading />}
      {flows.isError && !flows.data && (
        <LoadFailed what={t("The flows")} error={flows.error} onRetry={() => void flows.refetch()} />
      )}
      {flows.data && rows.length === 0 && (
        <Notice
          title={t("Draw your first conversation")}
          actions={
            <Group gap="sm" justify="center">
              {create}
              {importButton}
            </Group>
          }
        >
          {t(
            "Greet the customer, offer buttons, ask a question, branch on the answer. Try it in the simulator before anybody else sees it.",
          )}
        </Notice>
      )}
      {rows.length > 0 && (
        <Paper withBorder className={styles.list} component="ul">
          {rows.map((flow) => (
            <FlowRow key={flow.id} flow={flow} />
          ))}
        </Paper>
      )}
      <LoadMore query={flows} />
      <ImportDialog opened={importing} onClose={() => setImporting(false)} />
      <ExplainDialog opened={explaining} onClose={() => setExplaining(false)} />
      {search.get("tests") === "all" && (
        <Suspense fallback={null}>
          <AllTestsDialog onClose={() => setTesting(false)} />
        </Suspense>
      )}
      {creating && (
        <Suspense fallback={null}>
          <NewFlowDialog opened onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </Page>
  );
}

/** On a phone there is room for one button. */
function MoreActions(on: { onExplain(): void; onTests(): void; onImport(): void }) {
  const { onExplain, onTests, onImport } = on;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon hiddenFrom="sm" variant="default" size={36} aria-label={t("More")}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconQuestionMark size={16} aria-hidden />} onClick={onExplain}>
          {t("Who answers?")}
        </Menu.Item>
        <Menu.Item leftSection={<IconChecklist size={16} aria-hidden />} onClick={onTests}>
          {t("Run all tests")}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={onImport}>
          {t("Import")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Loading() {
  return (
    <Stack gap="sm" aria-label={t("Loading")} aria-busy>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={74} radius="lg" />
      ))}
    </Stack>
  );
}
