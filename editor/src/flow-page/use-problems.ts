/** Keeps the list of problems up to date with the engine's own check, a moment after each change. */
import { check } from "@hilo/flow-engine";
import { useEffect } from "react";
import type { FlowStore } from "../document/flow-store.ts";
import { useFlowChoices } from "../nodes/fields/use-flow-choices.ts";

/** Checking is quick, but not for every letter of a large flow. */
const CHECK_MS = 300;

export function useProblems(store: FlowStore) {
  const flows = useFlowChoices();
  useEffect(() => {
    const options =
      flows.length > 0 ? { knownFlows: new Set(flows.flatMap(({ value, label }) => [value, label])) } : {};
    const update = () => store.getState().setProblems(check(store.getState().history.present, options));
    let timer: ReturnType<typeof setTimeout> | undefined;
    update();
    const stop = store.subscribe((state, before) => {
      if (state.history.present === before.history.present) return;
      clearTimeout(timer);
      timer = setTimeout(update, CHECK_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store, flows]);
}
