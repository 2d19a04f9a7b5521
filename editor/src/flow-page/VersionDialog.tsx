/** One version on a canvas of its own: as it was, or compared with the draft; the way back to it. */

import type { FlowVersion } from "@hilo/server/contract";
import { Button, Group, Loader, Modal, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { useMemo, useState } from "react";
import { placedVersionQuery } from "../api/queries.ts";
import { Canvas } from "../canvas/Canvas.tsx";
import { FlowProvider, useDocument, useFlowStore } from "../canvas/flow-context.tsx";
import { diffDocuments, isSame, type Mark } from "../document/diff-documents.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { DiffList } from "./DiffList.tsx";
import classes from "./FlowPage.module.css";

interface VersionDialogProps {
  flowId: string;
  version: FlowVersion;
  onClose(): void;
}

export function VersionDialog({ flowId, version, onClose }: VersionDialogProps) {
  const { data, error, refetch } = useQuery(placedVersionQuery(flowId, version.id));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("Version {number}", { number: version.number })}
      size="min(1180px, 94vw)"
    >
      {data && <Version doc={data} version={version} onClose={onClose} />}
      {error && <LoadFailed what={t("The version")} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loader m="xl" />}
    </Modal>
  );
}

function Version({ doc, version, onClose }: { doc: FlowDocument; version: FlowVersion; onClose(): void }) {
  const draft = useDocument();
  const store = useFlowStore();
  const [view, setView] = useState("changes");
  const diff = useMemo(() => diffDocuments(doc, draft), [doc, draft]);
  const goBack = () => {
    const { name, nodesUsed } = store.getState().history.present;
    store
      .getState()
      .takeOver({ ...doc, name, nodesUsed }, t("Go back to version {number}", { number: version.number }));
    notifications.show({
      color: "teal",
      title: t("The draft is version {number} again", { number: version.number }),
      message: t("Publish it, and customers get it. Undo brings back what was there."),
    });
    onClose();
  };
  return (
    <>
      <Group mb="sm" gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t("What to show")}
          value={view}
          onChange={setView}
          data={[
            { value: "changes", label: t("Changes up to the draft") },
            { value: "version", label: t("As it was") },
          ]}
        />
        <Button size="xs" variant="default" ml="auto" disabled={isSame(diff)} onClick={goBack}>
          {t("Go back to this version")}
        </Button>
      </Group>
      <div className={classes.versionView}>
        {view === "changes" ? (
          <Still key="changes" doc={diff.joined} marks={new Map([...diff.nodes, ...diff.edges])} />
        ) : (
          <Still key="version" doc={doc} marks={NO_MARKS} />
        )}
        {view === "changes" && (
          <div className={classes.legend}>
            {isSame(diff) ? t("The draft says the same as this version.") : <DiffList diff={diff} />}
          </div>
        )}
      </div>
    </>
  );
}

const NO_MARKS: ReadonlyMap<string, Mark> = new Map();

/** A drawing nobody can change. */
function Still({ doc, marks }: { doc: FlowDocument; marks: ReadonlyMap<string, Mark> }) {
  const [store] = useState(() => {
    const made = createFlowStore(doc);
    made.setState({ readOnly: true, marks });
    return made;
  });
  return (
    <FlowProvider value={store}>
      <ReactFlowProvider>
        <Canvas />
      </ReactFlowProvider>
    </FlowProvider>
  );
}
