/** What is wrong with the flow, by step; a click goes there and opens its form. */
import type { Problem } from "@hilo/flow-engine";
import { CloseButton, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCircleX } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { useFlow, useFlowStore } from "../canvas/flow-context.tsx";
import { findNode } from "../document/flow-document.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./FlowPage.module.css";

export function ProblemsPanel({ onClose }: { onClose(): void }) {
  const problems = useFlow((state) => state.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <section className={classes.problems} aria-label="Problems">
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{titleOf(problems.length)}</h2>
          {problems.length > 0 && (
            <p>
              {errors > 0
                ? "Errors have to be solved before publishing."
                : "None of them stops you from publishing."}
            </p>
          )}
        </div>
        <CloseButton aria-label="Close the problems" onClick={onClose} />
      </header>
      {problems.length > 0 && (
        <ul className={classes.problemList}>
          {problems.map((problem, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same problem can be there twice
            <li key={i}>
              <ProblemRow problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function titleOf(count: number): string {
  if (count === 0) return "No problems";
  return count === 1 ? "One problem" : `${count} problems`;
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { nodeId, severity, message } = problem;
  const store = useFlowStore();
  const { fitView } = useReactFlow();
  const step = useFlow((state) => {
    const node = nodeId === undefined ? undefined : findNode(state.history.present, nodeId);
    return node && (node.name || nodeUi(node.type).title);
  });
  const go = () => {
    if (nodeId === undefined) return;
    store.getState().select([nodeId]);
    void fitView({ nodes: [{ id: nodeId }], maxZoom: 1, duration: 300 });
  };
  const words = (
    <>
      {severity === "error" ? <IconCircleX size={17} /> : <IconAlertTriangle size={17} />}
      <span>
        {step && <span className={classes.problemStep}>{step}: </span>}
        {message}
      </span>
    </>
  );
  if (!step) {
    return (
      <div className={classes.problem} data-severity={severity} data-static>
        {words}
      </div>
    );
  }
  return (
    <UnstyledButton className={classes.problem} data-severity={severity} onClick={go}>
      {words}
    </UnstyledButton>
  );
}
