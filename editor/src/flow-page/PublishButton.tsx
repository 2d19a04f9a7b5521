/** Makes the draft what customers get: saves first, refuses with the problems, says which version it became. */

import { hasErrors } from "@hilo/flow-engine";
import { Button, Popover, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { useFlow, useFlowStore } from "../canvas/flow-context.tsx";
import { problemsOf } from "./problems-of.ts";
import type { FlowSession } from "./use-flow-session.ts";

interface PublishButtonProps {
  session: FlowSession;
  onRefused(): void;
}

export function PublishButton({ session, onRefused }: PublishButtonProps) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const { publish, busy } = usePublish(session, onRefused);
  const hasProblems = useFlow((state) => hasErrors(state.problems));
  const { published, changed, liveSessions } = session.detail;
  const upToDate = published !== null && !changed && session.status.kind === "saved";
  const onOpen = () => {
    if (!hasProblems) return setOpen(!open);
    onRefused();
    notifications.show({
      color: "red",
      title: "Not published yet",
      message: "Solve the problems in the list first.",
    });
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={310}
      shadow="lg"
      radius="lg"
      trapFocus
    >
      <Popover.Target>
        <Button variant={upToDate ? "light" : "filled"} loading={busy} onClick={onOpen}>
          {upToDate ? "Published" : "Publish"}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Textarea
            label="What is new?"
            placeholder="Optional note for your colleagues"
            data-autofocus
            autosize
            minRows={2}
            maxRows={6}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {liveSessions > 0 && (
            <Text size="xs" c="dimmed">
              {liveSessions === 1
                ? "One conversation is under way and will finish with the version it began with."
                : `${liveSessions} conversations are under way and will finish with the version they began with.`}
            </Text>
          )}
          <Button
            loading={busy}
            onClick={async () => {
              if (!(await publish(note))) return;
              setOpen(false);
              setNote("");
            }}
          >
            Publish version {(published?.number ?? 0) + 1}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function usePublish(session: FlowSession, onRefused: () => void) {
  const [busy, setBusy] = useState(false);
  const store = useFlowStore();
  const queries = useQueryClient();
  const attempt = async (note: string): Promise<boolean> => {
    if (!(await session.sync.flush())) {
      notifications.show({
        color: "red",
        title: "Not published",
        message: "The last changes are not saved yet.",
      });
      return false;
    }
    try {
      const trimmed = note.trim();
      const detail = await api.flows.publish({ id: session.detail.id, ...(trimmed && { note: trimmed }) });
      session.setDetail(detail);
      void queries.invalidateQueries({ queryKey: ["flows"] });
      notifications.show({
        color: "teal",
        title: `Version ${detail.published?.number ?? ""} is live`,
        message: "Customers who write from now on get it.",
      });
      return true;
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === "flow-has-problems") {
        store.getState().setProblems(problemsOf(error.issues));
        onRefused();
      }
      notifyError("Not published", error);
      return false;
    }
  };
  const publish = async (note: string) => {
    setBusy(true);
    try {
      return await attempt(note);
    } finally {
      setBusy(false);
    }
  };
  return { publish, busy };
}
