/** Whether what is on the canvas is kept. */
import { Button } from "@mantine/core";
import { IconCheck, IconCloudOff } from "@tabler/icons-react";
import classes from "./FlowPage.module.css";
import type { FlowSession } from "./use-flow-session.ts";

export function SaveState({ session: { status, autosave } }: { session: FlowSession }) {
  if (status.kind === "failed" || status.kind === "conflict") {
    const why = status.kind === "failed" ? status.message : "Somebody else saved this flow";
    return (
      <span className={classes.save} data-failed title={why} role="status">
        <IconCloudOff size={15} />
        Not saved
        {status.kind === "failed" && (
          <Button size="compact-xs" variant="subtle" onClick={() => void autosave.flush()}>
            Retry
          </Button>
        )}
      </span>
    );
  }
  return (
    <span className={classes.save} role="status">
      {status.kind === "saved" ? (
        <>
          <IconCheck size={14} /> Saved
        </>
      ) : (
        "Saving…"
      )}
    </span>
  );
}
