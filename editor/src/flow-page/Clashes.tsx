/** Where two people rewrote the same thing at the same time: ours stayed, theirs can be taken instead. */

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useFlow, useFlowStore } from "../canvas/flow-context.tsx";
import { findNode } from "../document/flow-document.ts";
import type { NodeClash } from "../document/merge/merge-documents.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./FlowPage.module.css";
import type { FlowSession } from "./use-flow-session.ts";

export function Clashes({ session: { clashes, dropClashes } }: { session: FlowSession }) {
  return (
    <Modal
      opened={clashes.length > 0}
      onClose={dropClashes}
      title={t("You both changed the same thing")}
      size="md"
    >
      <Text c="dimmed" size="sm" mb="md">
        {t("What you wrote was kept. This is what was written at the same time somewhere else:")}
      </Text>
      <Stack gap="md">
        {clashes.map((clash) => (
          <ClashRow key={[...clash.path, JSON.stringify(clash.theirs)].join(" ")} clash={clash} />
        ))}
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button onClick={dropClashes}>{t("Keep mine")}</Button>
      </Group>
    </Modal>
  );
}

function ClashRow({ clash }: { clash: NodeClash }) {
  const store = useFlowStore();
  const { nodeId, path, theirs } = clash;
  const name = useFlow((state) => {
    const node = nodeId === undefined ? undefined : findNode(state.history.present, nodeId);
    return node ? node.name || t(nodeUi(node.type).title) : t("The flow");
  });
  const [, , part, field] = path;
  const take = () => {
    if (nodeId === undefined || field === undefined) return;
    const node = findNode(store.getState().history.present, nodeId);
    if (node)
      store
        .getState()
        .run({ type: "update-data", args: { nodeId, data: { ...node.data, [field]: theirs } } });
  };
  return (
    <div>
      <Text fw={600} size="sm">
        {name}
      </Text>
      <blockquote className={classes.theirs}>
        {typeof theirs === "string" ? theirs : JSON.stringify(theirs)}
      </blockquote>
      {part === "data" && path.length === 4 && (
        <Button size="xs" variant="default" mt={6} onClick={take}>
          {t("Take this instead")}
        </Button>
      )}
    </div>
  );
}
