/** Tidying up: the new places are shown first, and kept only when somebody says so. */

import { useReactFlow } from "@xyflow/react";
import { useState } from "react";
import { notifyError } from "../api/notify.ts";
import { layOut, type Positions, type Size } from "../document/lay-out.ts";
import { t } from "../i18n/t.ts";
import { useFlowStore } from "./flow-context.tsx";
import { FIT } from "./view-moves.ts";

export interface Tidying {
  proposed: Positions | null;
  busy: boolean;
  propose(sizes: ReadonlyMap<string, Size>): Promise<void>;
  keep(): void;
  discard(): void;
}

export function useTidying(): Tidying {
  const store = useFlowStore();
  const { fitView } = useReactFlow();
  const [proposed, setProposed] = useState<Positions | null>(null);
  const [busy, setBusy] = useState(false);
  // The cards move in the next frame; before that there is nothing new to fit.
  const fitSoon = () => requestAnimationFrame(() => void fitView(FIT));
  const propose = async (sizes: ReadonlyMap<string, Size>) => {
    if (busy) return;
    setBusy(true);
    try {
      setProposed(await layOut(store.getState().history.present, sizes));
      fitSoon();
    } catch (thrown) {
      notifyError(t("The flow could not be laid out"), thrown);
    } finally {
      setBusy(false);
    }
  };
  return {
    proposed,
    busy,
    propose,
    keep: () => {
      if (proposed) store.getState().run({ type: "tidy-up", args: { positions: proposed } });
      setProposed(null);
    },
    discard: () => {
      setProposed(null);
      fitSoon();
    },
  };
}
