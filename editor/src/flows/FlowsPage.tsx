/** The workspace's flows: what starts them, what state they are in, who is in them now. */

import { Button, Group, Paper, Skeleton, Stack } from "@mantine/core";
import { IconPlus, IconQuestionMark } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { CreateFlowDialog } from "./CreateFlowDialog.tsx";
import { ExplainDialog } from "./ExplainDialog.tsx";
import { FlowRow } from "./FlowRow.tsx";
import styles from "./FlowsPage.module.css";

export function FlowsPage() {
  const flows = useInfiniteQuery(flowsQuery);
  const [creating, setCreating] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const rows = flows.data?.pages.flatMap((page) => page.items) ?? [];
  const create = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setCreating(true)}>
      {t("New flow")}
    </Button>
  );

  return (
    <Page>
      <PageHeader
        title={t("Flows")}
        action={
          rows.length > 0 && (
            <Group gap="sm">
              <Button
                variant="default"
                leftSection={<IconQuestionMark size={17} aria-hidden />}
                onClick={() => setExplaining(true)}
              >
                {t("Who answers?")}
              </Button>
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
        <Notice title={t("Draw your first conversation")} actions={create}>
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
      <ExplainDialog opened={explaining} onClose={() => setExplaining(false)} />
      <CreateFlowDialog opened={creating} onClose={() => setCreating(false)} />
    </Page>
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
