/** The frame of every step's card: icon, name, what it says, a row for each way out, what is wrong, who is here. */

import { Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconExclamationMark, IconMessageCircle } from "@tabler/icons-react";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { problemWords } from "../checks/problem-words.ts";
import type { Mark } from "../document/diff-documents.ts";
import { nodeData } from "../document/node-data.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import { StepBadges } from "../traffic/StepBadges.tsx";
import { openComments, problemsOfNode } from "./by-node.ts";
import { IN_HANDLE, type StepNode } from "./derive.ts";
import { useFlow } from "./flow-context.tsx";
import { HeadPort, PortRows } from "./PortRows.tsx";
import classes from "./StepCard.module.css";

const MARK_WORDS: Record<Mark, string> = {
  // t:
  added: "New",
  removed: "Gone",
  changed: "Changed",
};

export const StepCard = memo(function StepCard({ id, data: { envelope }, selected }: NodeProps<StepNode>) {
  const ui = nodeUi(envelope.type);
  const lit = useFlow((state) => state.lit.nodes.has(id));
  const here = useFlow((state) => state.lit.at === id);
  const alone = useFlow(({ selection }) => selection.nodes.size === 1 && selection.nodes.has(id));
  const mark = useFlow((state) => state.marks.get(id));
  const title = envelope.name || t(ui.title);
  return (
    <article
      className={classes.card}
      data-group={ui.group}
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      data-here={here || undefined}
      data-mark={mark}
      aria-label={title}
    >
      {mark && <div className={classes.markWord}>{t(MARK_WORDS[mark])}</div>}
      {here && <div className={classes.here}>{t("Here now")}</div>}
      <StepBadges nodeId={id} title={title} />
      {ui.group !== "start" && (
        <Handle
          type="target"
          id={IN_HANDLE}
          position={Position.Left}
          className={classes.in}
          isConnectableStart={false}
        />
      )}
      <header className={classes.head}>
        <span className={classes.icon}>
          <ui.icon size={18} stroke={1.8} aria-hidden />
        </span>
        <div className={classes.names}>
          <div className={classes.title}>{title}</div>
          {envelope.name && <div className={classes.kind}>{t(ui.title)}</div>}
        </div>
        <CommentBadge nodeId={id} />
        <ProblemBadge nodeId={id} />
        <HeadPort node={envelope} />
      </header>
      <div className={classes.body}>
        <ui.Card nodeId={id} data={nodeData(envelope)} />
      </div>
      <PortRows node={envelope} look={ui.optionLook} expanded={alone} />
    </article>
  );
});

function CommentBadge({ nodeId }: { nodeId: string }) {
  const count = useFlow((state) => openComments(state.history.present, nodeId));
  if (count === 0) return null;
  const text = count === 1 ? t("One comment") : t("{count} comments", { count });
  return (
    <Tooltip label={text}>
      <span className={classes.comments} role="img" aria-label={text}>
        <IconMessageCircle size={13} stroke={2} />
        {count}
      </span>
    </Tooltip>
  );
}

function ProblemBadge({ nodeId }: { nodeId: string }) {
  const problems = useFlow((state) => problemsOfNode(state.problems, nodeId)).filter(
    (problem) => problem.severity !== "info",
  );
  if (problems.length === 0) return null;
  const severity = problems.some((problem) => problem.severity === "error") ? "error" : "warning";
  const text = problems.map(problemWords).join(" · ");
  return (
    <Tooltip label={text} multiline maw={300}>
      <span className={classes.badge} data-severity={severity} role="img" aria-label={text}>
        {severity === "error" ? (
          <IconExclamationMark size={14} stroke={2.6} />
        ) : (
          <IconAlertTriangle size={13} stroke={2.2} />
        )}
      </span>
    </Tooltip>
  );
}
