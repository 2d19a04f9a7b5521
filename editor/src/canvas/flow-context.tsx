/** The open flow, for every component of its page. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { FlowActions, FlowState, FlowStore } from "../document/flow-store.ts";

const FlowContext = createContext<FlowStore | null>(null);

export const FlowProvider = FlowContext.Provider;

/** The store itself, for handlers that read it when they run. */
export function useFlowStore(): FlowStore {
  const store = useContext(FlowContext);
  if (!store) throw new Error("this component belongs inside a FlowProvider");
  return store;
}

export function useFlow<T>(select: (state: FlowState & FlowActions) => T): T {
  return useStore(useFlowStore(), select);
}

export const useDocument = () => useFlow((state) => state.history.present);
