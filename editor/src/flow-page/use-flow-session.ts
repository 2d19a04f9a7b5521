/** One visit to a flow: its store, what keeps it and the server's draft the same, and what is known of its published version. */
import type { FlowDetail } from "@hilo/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { useLiveState, useServerEvent } from "../api/live.tsx";
import type { FlowDocument } from "../document/flow-document.ts";
import { createFlowStore, type FlowStore } from "../document/flow-store.ts";
import type { NodeClash } from "../document/merge/merge-documents.ts";
import type { SaveAnswer, SaveStatus } from "./autosave.ts";
import { DraftSync } from "./draft-sync.ts";
import { keepingCaret } from "./keeping-caret.ts";
import { type LoadedFlow, loadFlow } from "./load-flow.ts";

export interface FlowSession {
  store: FlowStore;
  sync: DraftSync;
  status: SaveStatus;
  /** As of the last answer of the server. */
  detail: FlowDetail;
  setDetail(detail: FlowDetail): void;
  /** What somebody else wrote where we wrote too, and ours was kept. */
  clashes: readonly NodeClash[];
  dropClashes(): void;
}

export function useFlowSession({ detail: first, doc }: LoadedFlow): FlowSession {
  const [detail, setDetail] = useState(first);
  const [status, setStatus] = useState<SaveStatus>({ kind: "saved" });
  const [clashes, setClashes] = useState<readonly NodeClash[]>([]);
  const [store] = useState(() => createFlowStore(doc));
  const sync = useRef<DraftSync | null>(null);
  sync.current ??= new DraftSync({
    store,
    revision: first.revision,
    server: {
      read: async () => {
        const theirs = await loadFlow(first.id);
        setDetail(theirs.detail);
        return { doc: theirs.doc, revision: theirs.detail.revision };
      },
      write: (unsaved, revision) => saveDraft(first.id, unsaved, revision, setDetail),
    },
    onStatus: setStatus,
    around: keepingCaret,
    onClashes: (found) => setClashes((before) => [...before, ...found]),
  });
  useLeaving(sync.current);
  useOthersSaves(sync.current, first.id, setDetail);
  return {
    store,
    sync: sync.current,
    status,
    detail,
    setDetail,
    clashes,
    dropClashes: () => setClashes([]),
  };
}

async function saveDraft(
  id: string,
  doc: FlowDocument,
  revision: number,
  onSaved: (detail: FlowDetail) => void,
): Promise<SaveAnswer> {
  try {
    const saved = await api.flows.save({ id, name: doc.name, definition: doc, revision });
    onSaved(saved);
    return { ok: true, revision: saved.revision };
  } catch (thrown) {
    const error = toApiError(thrown);
    // Other refusals (a name already taken, say) are 409 too and carry their own words.
    if (error.code === "conflict") return { ok: false, conflict: true };
    return { ok: false, conflict: false, message: error.message };
  }
}

/** What others save is taken in at once; after an absence the server is asked whether there was anything. */
function useOthersSaves(sync: DraftSync, flowId: string, onDetail: (detail: FlowDetail) => void) {
  const state = useLiveState();
  const absent = useRef(false);
  const askAnew = async () => {
    try {
      const detail = await api.flows.get({ id: flowId });
      onDetail(detail);
      await sync.heard(detail.revision);
    } catch {
      // The next save meets the same and says so.
    }
  };
  useServerEvent("flow:changed", (change) => {
    if (change.flowId !== flowId) return;
    if (change.published) void askAnew();
    else void sync.heard(change.revision);
  });
  const latest = useRef(askAnew);
  useEffect(() => {
    latest.current = askAnew;
  });
  useEffect(() => {
    if (state === "offline") absent.current = true;
    else if (state === "online" && absent.current) {
      absent.current = false;
      void latest.current();
    }
  }, [state]);
}

/** Leaving saves what is left. */
function useLeaving(sync: DraftSync) {
  const queries = useQueryClient();
  useEffect(() => {
    sync.start();
    const onHide = () => {
      if (document.visibilityState === "hidden") void sync.flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (sync.isSaved) return;
      void sync.flush();
      event.preventDefault();
    };
    const onOnline = () => void sync.flush();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("online", onOnline);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("online", onOnline);
      void sync.stop().then(() => queries.invalidateQueries({ queryKey: ["flows"] }));
    };
  }, [sync, queries]);
}
