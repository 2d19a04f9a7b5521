/** What is selected in the list, and what can be done with it. */
import type { ChosenSessions, SessionsDone } from "@hilo/server/contract";
import { Button, CloseButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { notifyDone, notifyError } from "../api/notify.ts";
import { t, tCount } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import { type BulkAction, REQUESTS, wordsOf } from "./bulk-actions.ts";
import { ResultDialog } from "./ResultDialog.tsx";
import styles from "./SessionsPage.module.css";

const ACTIONS = ["resume", "move", "end"] as const;

interface SelectionBarProps {
  chosen: ChosenSessions;
  /** Null: all that fit, however many. */
  count: number | null;
  /** Takes all that fit in the place of those that are shown; undefined where that is the same. */
  onAll: (() => void) | undefined;
  onClear: () => void;
}

export function SelectionBar({ chosen, count, onAll, onClear }: SelectionBarProps) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<BulkAction | null>(null);
  const [told, setTold] = useState<{ action: BulkAction; result: SessionsDone } | null>(null);
  const act = useMutation({
    mutationFn: (action: BulkAction) => REQUESTS[action](chosen),
    onSuccess: async (done, action) => {
      setAsking(null);
      await client.invalidateQueries({ queryKey: ["sessions"] });
      if (!done.more && done.results.every((one) => one.done)) {
        notifyDone(wordsOf[action]().done(done.results.length));
        onClear();
      } else setTold({ action, result: done });
    },
    onError: (thrown) => notifyError(t("The sessions were left as they are"), thrown),
  });
  const asked = asking && wordsOf[asking]();
  return (
    <div className={styles.selection}>
      <CloseButton aria-label={t("Select nothing")} onClick={onClear} />
      <p role="status">
        {count === null
          ? t("All sessions under way that fit")
          : tCount(count, "1 selected", "{count} selected")}
      </p>
      {onAll && (
        <Button size="compact-sm" variant="subtle" onClick={onAll}>
          {t("Select all that fit")}
        </Button>
      )}
      <div className={styles.actions}>
        {ACTIONS.map((action) => (
          <Button key={action} size="compact-sm" variant="default" onClick={() => setAsking(action)}>
            {wordsOf[action]().button}
          </Button>
        ))}
      </div>
      <ConfirmDialog
        opened={asked !== null}
        title={asked?.question ?? ""}
        confirm={asked?.button ?? ""}
        careful={asking === "end"}
        busy={act.isPending}
        onConfirm={() => asking && act.mutate(asking)}
        onClose={() => setAsking(null)}
      >
        {asked?.about}
      </ConfirmDialog>
      {told && (
        <ResultDialog
          {...told}
          onClose={() => {
            setTold(null);
            onClear();
          }}
        />
      )}
    </div>
  );
}
