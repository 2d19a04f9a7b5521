/** One of what a card lists: its name, facts about it, a way to change it, and one to remove it after a question. */

import { Button, Group } from "@mantine/core";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { notifyError } from "../api/notify.ts";
import { t } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import styles from "./Settings.module.css";

interface SettingsRowProps {
  /** What is asked before it goes, what the button then says, and what is said when it could not go. */
  removing: { question: string; confirm: string; failed: string };
  name: string;
  facts: string;
  changeLabel: string;
  onChange(): void;
  remove(): Promise<unknown>;
  /** The list, which is fetched anew. */
  listKey: QueryKey;
  /** What removing it means. */
  children: ReactNode;
}

export function SettingsRow(props: SettingsRowProps) {
  const { removing, name, facts, changeLabel, onChange, listKey, children } = props;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: props.remove,
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
    onError: (thrown) => notifyError(removing.failed, thrown),
  });
  return (
    <li className={styles.key}>
      <div className={styles.keyWords}>
        <p className={styles.keyName}>{name}</p>
        <p className={styles.keyFacts}>{facts}</p>
      </div>
      <Group gap={4} wrap="nowrap">
        <Button size="compact-sm" variant="subtle" onClick={onChange}>
          {changeLabel}
        </Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsking(true)}>
          {t("Remove…")}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={removing.question}
        confirm={removing.confirm}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {children}
      </ConfirmDialog>
    </li>
  );
}
