/** Publishing: saves first, refuses with the problems, says which version it became. */

import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { useFlowStore } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import type { LiveSessions } from "./LiveSessionsChoice.tsx";
import { problemsOf } from "./problems-of.ts";
import type { FlowSession } from "./use-flow-session.ts";

export function usePublish(session: FlowSession, onRefused: () => void) {
  const [busy, setBusy] = useState(false);
  const store = useFlowStore();
  const queries = useQueryClient();
  const attempt = async (note: string, liveSessions: LiveSessions): Promise<boolean> => {
    if (!(await session.sync.flush())) {
      notifications.show({
        color: "red",
        title: t("Not published"),
        message: t("The last changes are not saved yet."),
      });
      return false;
    }
    try {
      const trimmed = note.trim();
      const detail = await api.flows.publish({
        id: session.detail.id,
        liveSessions,
        ...(trimmed && { note: trimmed }),
      });
      session.setDetail(detail);
      void queries.invalidateQueries({ queryKey: ["flows"] });
      void queries.invalidateQueries({ queryKey: ["flow-versions", detail.id] });
      notifications.show({
        color: "teal",
        title: t("Version {number} is live", { number: detail.published?.number ?? "" }),
        message: t("Customers who write from now on get it."),
      });
      return true;
    } catch (thrown) {
      const error = toApiError(thrown);
      if (error.code === "flow-has-problems") {
        store.getState().setProblems(problemsOf(error.issues));
        onRefused();
      }
      notifyError(t("Not published"), error);
      return false;
    }
  };
  const publish = async (note: string, liveSessions: LiveSessions) => {
    setBusy(true);
    try {
      return await attempt(note, liveSessions);
    } finally {
      setBusy(false);
    }
  };
  return { publish, busy };
}
