/** One of what a card lists: its name, facts about it, a way to change it, and one to remove it after a question. */
import { Button, Group } from "@mantine/core";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { notifyError } from "../api/notify.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import styles from "./Settings.module.css";

interface SettingsRowProps {
  /** What it is, as in "Remove this secret?". */
  what: string;
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
  const { what, name, facts, changeLabel, onChange, listKey, children } = props;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: props.remove,
    onSuccess: () => client.invalidateQueries({ queryKey: listKey }),
    onError: (thrown) => notifyError(`The ${what} is still there`, thrown),
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
          Remove…
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        title={`Remove this ${what}?`}
        confirm={`Remove the ${what}`}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        {children}
      </ConfirmDialog>
    </li>
  );
}
