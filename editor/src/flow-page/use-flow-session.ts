/** One visit to a flow: its store, its autosave, and what is known of its published version. */
import type { FlowDetail } from "@hilo/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { createFlowStore, type FlowStore } from "../document/flow-store.ts";
import { Autosave, type SaveAnswer, type SaveStatus } from "./autosave.ts";
import { type LoadedFlow, loadFlow } from "./load-flow.ts";

export interface FlowSession {
  store: FlowStore;
  autosave: Autosave<FlowDocument>;
  status: SaveStatus;
  /** As of the last answer of the server. */
  detail: FlowDetail;
  setDetail(detail: FlowDetail): void;
  /** Drops what is unsaved here and shows what the server has. */
  reloadTheirs(): Promise<void>;
}

export function useFlowSession({ detail: first, doc }: LoadedFlow): FlowSession {
  const [detail, setDetail] = useState(first);
  const [status, setStatus] = useState<SaveStatus>({ kind: "saved" });
  const [store] = useState(() => createFlowStore(doc));
  const [autosave] = useState(
    () =>
      new Autosave<FlowDocument>({
        revision: first.revision,
        save: (unsaved, revision) => saveDraft(first.id, unsaved, revision, setDetail),
        onStatus: setStatus,
      }),
  );
  useSaving(store, autosave);
  const reloadTheirs = async () => {
    const theirs = await loadFlow(first.id);
    // Adopted first: what the store announces next is not ours to save.
    autosave.adopt(theirs.detail.revision);
    setDetail(theirs.detail);
    store.getState().replace(theirs.doc);
    autosave.adopt(theirs.detail.revision);
  };
  return { store, autosave, status, detail, setDetail, reloadTheirs };
}

async function saveDraft(
  id: string,
  doc: FlowDocument,
  revision: number | null,
  onSaved: (detail: FlowDetail) => void,
): Promise<SaveAnswer> {
  try {
    const saved = await api.flows.save({
      id,
      name: doc.name,
      definition: doc,
      ...(revision !== null && { revision }),
    });
    onSaved(saved);
    return { ok: true, revision: saved.revision };
  } catch (thrown) {
    const error = toApiError(thrown);
    // Other refusals (a name already taken, say) are 409 too and carry their own words.
    if (error.code === "conflict") return { ok: false, conflict: true };
    return { ok: false, conflict: false, message: error.message };
  }
}

/** Every change of the document is saved; leaving saves what is left. */
function useSaving(store: FlowStore, autosave: Autosave<FlowDocument>) {
  const queries = useQueryClient();
  useEffect(() => {
    const stop = store.subscribe((state, before) => {
      if (state.history.present !== before.history.present) autosave.changed(state.history.present);
    });
    const onHide = () => {
      if (document.visibilityState === "hidden") void autosave.flush();
    };
    const onLeave = (event: BeforeUnloadEvent) => {
      if (autosave.isSaved) return;
      void autosave.flush();
      event.preventDefault();
    };
    const onOnline = () => void autosave.flush();
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onLeave);
    window.addEventListener("online", onOnline);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onLeave);
      window.removeEventListener("online", onOnline);
      void autosave.flush().then(() => {
        autosave.stop();
        return queries.invalidateQueries({ queryKey: ["flows"] });
      });
    };
  }, [store, autosave, queries]);
}
