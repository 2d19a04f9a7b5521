/** Whether what is on the canvas is kept. */

import { Button } from "@mantine/core";
import { IconCheck, IconCloudOff } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import classes from "./FlowPage.module.css";
import type { FlowSession } from "./use-flow-session.ts";

export function SaveState({ session: { status, sync } }: { session: FlowSession }) {
  if (status.kind === "failed") {
    return (
      <span className={classes.save} data-failed title={status.message} role="status">
        <IconCloudOff size={15} />
        {t("Not saved")}
        <Button size="compact-xs" variant="subtle" onClick={() => void sync.flush()}>
          {t("Retry")}
        </Button>
      </span>
    );
  }
  return (
    <span className={classes.save} role="status">
      {status.kind === "saved" ? (
        <>
          <IconCheck size={14} /> {t("Saved")}
        </>
      ) : (
        t("Saving…")
      )}
    </span>
  );
}
