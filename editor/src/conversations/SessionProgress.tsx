/** The run a contact is in: its flow, its state, and the way it went, as a drawing or as a list, moving live. */

import type { Conversation } from "@hilo/server/contract";
import { SegmentedControl, VisuallyHidden } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { Link } from "react-router";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import styles from "./DetailsPane.module.css";
import { nodeName } from "./node-name.ts";
import { useNodeNames } from "./node-names.ts";
import { SessionBadge } from "./SessionBadge.tsx";
import { SessionCanvas } from "./SessionCanvas.tsx";
import { StepList } from "./StepList.tsx";
import type { PathStep } from "./session-path.ts";
import { useSessionDrawing } from "./use-session-drawing.ts";

export function SessionProgress({ conversation }: { conversation: Conversation }) {
  const { session } = conversation;
  const { path, standsIn, doc, lit } = useSessionDrawing(session);
  const nameOf = useNodeNames(session?.flowId);
  const [view, setView] = useLocalStorage({
    key: "hilo.session-view",
    defaultValue: "drawing",
    getInitialValueInEffect: false,
  });
  if (!session) return <p className={styles.quiet}>{t("In no flow. One of its keywords starts one.")}</p>;

  const passed = path.length > 0 ? path : session.nodeId ? [{ nodeId: session.nodeId }] : [];
  const stepName = ({ nodeId, program }: PathStep) =>
    doc && program !== undefined && program === standsIn?.flowVersionId
      ? nodeName(doc.nodes, nodeId)
      : nameOf(nodeId);
  const list = <StepList steps={passed} nameOf={stepName} />;
  const elsewhere = standsIn !== null && standsIn.flowId !== session.flowId;
  return (
    <>
      <div className={styles.flow}>
        <Link to={`/flows/${session.flowId}`}>{session.flowName}</Link>
        <SessionBadge session={session} />
      </div>
      {elsewhere && (
        <p className={styles.inner}>
          {withParts(t("Now in {flow}"), {
            flow: <Link to={`/flows/${standsIn.flowId}`}>{standsIn.flowName}</Link>,
          })}
        </p>
      )}
      <SegmentedControl
        mt={10}
        size="xs"
        fullWidth
        aria-label={t("How the way is shown")}
        value={view === "list" ? "list" : "drawing"}
        onChange={setView}
        data={[
          { value: "drawing", label: t("Drawing") },
          { value: "list", label: t("List") },
        ]}
      />
      {view === "list" ? (
        list
      ) : (
        <>
          <SessionCanvas
            flowName={standsIn?.flowName ?? session.flowName}
            doc={doc}
            versionId={standsIn?.flowVersionId ?? ""}
            lit={lit}
          />
          <VisuallyHidden>{list}</VisuallyHidden>
        </>
      )}
    </>
  );
}
