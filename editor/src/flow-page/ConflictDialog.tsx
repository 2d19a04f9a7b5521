/** Somebody else saved this flow meanwhile: theirs or mine, said plainly. */
import { Button, Group, Modal, Text } from "@mantine/core";
import { useState } from "react";
import { notifyError } from "../api/notify.ts";
import type { FlowSession } from "./use-flow-session.ts";

export function ConflictDialog({ session }: { session: FlowSession }) {
  const [busy, setBusy] = useState<"theirs" | "mine" | null>(null);
  const choose = async (which: "theirs" | "mine") => {
    setBusy(which);
    try {
      if (which === "theirs") await session.reloadTheirs();
      else await session.autosave.overwrite();
    } catch (thrown) {
      notifyError("Their version could not be loaded", thrown);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Modal
      opened={session.status.kind === "conflict" || busy !== null}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="This flow was changed somewhere else"
      size="md"
    >
      <Text c="dimmed">
        A colleague, or another tab of yours, saved it while you were working. Your last changes are not saved
        yet. Which version should stay?
      </Text>
      <Group mt="lg" gap="sm" justify="flex-end">
        <Button
          variant="default"
          loading={busy === "mine"}
          disabled={busy === "theirs"}
          onClick={() => choose("mine")}
        >
          Overwrite with mine
        </Button>
        <Button loading={busy === "theirs"} disabled={busy === "mine"} onClick={() => choose("theirs")}>
          Reload theirs
        </Button>
      </Group>
    </Modal>
  );
}
