/** ⌘F: goes to a step or note by what it says. */

import { useReactFlow } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import { Finder } from "./Finder.tsx";
import { findSteps } from "./find-steps.ts";
import { useDocument, useFlowStore } from "./flow-context.tsx";
import { FIT } from "./view-moves.ts";

export function FindInFlow({ onClose }: { onClose(): void }) {
  const doc = useDocument();
  const store = useFlowStore();
  const { fitView } = useReactFlow();
  return (
    <Finder
      title={t("Find in this flow")}
      placeholder={t("Find in this flow")}
      find={(search) => findSteps(doc, search)}
      onClose={onClose}
      onPick={(id) => {
        store.getState().select([id]);
        void fitView({ ...FIT, nodes: [{ id }] });
        onClose();
      }}
    />
  );
}
