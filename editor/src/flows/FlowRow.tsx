/** One flow of the list. The whole row opens it. */

import type { FlowSummary } from "@hilo/server/contract";
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconDots, IconDownload, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { flowsQuery } from "../api/queries.ts";
import { t, tCount } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import { fileName, saveFile } from "../shell/save-file.ts";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./FlowRow.module.css";
import { FlowStateBadge } from "./FlowStateBadge.tsx";
import { Keywords } from "./Keywords.tsx";

export function FlowRow({ flow }: { flow: FlowSummary }) {
  const now = useNow();
  const [removing, setRemoving] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <Link to={`/flows/${flow.id}`} className={styles.name}>
          {flow.name}
        </Link>
        <Keywords words={flow.keywords} />
      </div>
      <div className={styles.state}>
        <FlowStateBadge flow={flow} />
      </div>
      <div className={styles.live}>
        {flow.liveSessions > 0 && (
          <Link className={styles.liveLink} to={`/sessions?flowId=${flow.id}`}>
            <span className={styles.dot} aria-hidden />
            {t("{count} live", { count: flow.liveSessions })}
          </Link>
        )}
      </div>
      <Tooltip label={fullTime(flow.updatedAt)}>
        <time className={styles.time} dateTime={flow.updatedAt}>
          {ago(flow.updatedAt, now)}
        </time>
      </Tooltip>
      <div className={styles.menu}>
        <Menu position="bottom-end" shadow="md" radius="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("More for {name}", { name: flow.name })}>
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => void exportFlow(flow)}
            >
              {t("Export as a file")}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setRemoving(true)}
            >
              {t("Delete…")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <RemoveFlow flow={flow} opened={removing} onClose={() => setRemoving(false)} />
    </li>
  );
}

async function exportFlow({ id, name }: FlowSummary): Promise<void> {
  try {
    const definition = await api.flows.export({ id });
    saveFile({
      name: `${fileName(name)}.json`,
      type: "application/json",
      text: `${JSON.stringify(definition, null, 2)}\n`,
    });
  } catch (thrown) {
    notifyError(t("The flow was not exported"), thrown);
  }
}

function RemoveFlow({ flow, opened, onClose }: { flow: FlowSummary; opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.flows.remove({ id: flow.id }),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: flowsQuery.queryKey });
      notifyDone(t("“{name}” was deleted", { name: flow.name }));
    },
    onError: (thrown) => notifyError(t("The flow was not deleted"), thrown),
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={t("Delete this flow?")}
      confirm={t("Delete the flow")}
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {t("“{name}” and its versions go for good, and its keywords start nothing any more.", {
        name: flow.name,
      })}{" "}
      {flow.liveSessions > 0 &&
        tCount(flow.liveSessions, "1 customer is in it right now.", "{count} customers are in it right now.")}
    </ConfirmDialog>
  );
}
