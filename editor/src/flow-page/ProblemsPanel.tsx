/** What is wrong with the flow, by step; a click goes there and opens its form, another mends what can be mended so. */

import type { Problem } from "@hilo/flow-engine";
import { Button, CloseButton, UnstyledButton } from "@mantine/core";
import { useReactFlow } from "@xyflow/react";
import { useFlow, useFlowStore } from "../canvas/flow-context.tsx";
import { problemWords } from "../checks/problem-words.ts";
import { findNode } from "../document/flow-document.ts";
import { t, tCount } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./FlowPage.module.css";
import { ProblemIcon } from "./ProblemIcon.tsx";
import { quickFixOf } from "./quick-fixes.ts";

const GROUPS = [
  // t:
  { severity: "error", title: "Errors" },
  { severity: "warning", title: "Warnings" },
  { severity: "info", title: "Hints" },
] as const;

export function ProblemsPanel({ onClose }: { onClose(): void }) {
  const problems = useFlow((state) => state.problems);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const count = problems.filter(({ severity }) => severity !== "info").length;
  return (
    <section className={classes.problems} aria-label={t("Problems")}>
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{titleOf(count)}</h2>
          {count > 0 && (
            <p>
              {errors > 0
                ? t("Errors have to be solved before publishing.")
                : t("None of them stops you from publishing.")}
            </p>
          )}
        </div>
        <CloseButton aria-label={t("Close the problems")} onClick={onClose} />
      </header>
      {problems.length > 0 && (
        <div className={classes.problemList}>
          {GROUPS.map(({ severity, title }) => (
            <ProblemGroup
              key={severity}
              title={t(title)}
              problems={problems.filter((problem) => problem.severity === severity)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function titleOf(count: number): string {
  if (count === 0) return t("No problems");
  return tCount(count, "1 problem", "{count} problems");
}

function ProblemGroup({ title, problems }: { title: string; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h3 className={classes.problemGroup}>{title}</h3>
      <ul>
        {problems.map((problem, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same problem can be there twice
          <li key={i}>
            <ProblemRow problem={problem} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ProblemRow({ problem }: { problem: Problem }) {
  const { nodeId, severity } = problem;
  const store = useFlowStore();
  const { fitView } = useReactFlow();
  const step = useFlow((state) => {
    const node = nodeId === undefined ? undefined : findNode(state.history.present, nodeId);
    return node && (node.name || t(nodeUi(node.type).title));
  });
  const go = () => {
    if (nodeId === undefined) return;
    store.getState().select([nodeId]);
    void fitView({ nodes: [{ id: nodeId }], maxZoom: 1, duration: 300 });
  };
  const words = (
    <>
      <ProblemIcon severity={severity} />
      <span>
        {step && <span className={classes.problemStep}>{step}: </span>}
        {problemWords(problem)}
      </span>
    </>
  );
  return (
    <>
      {step ? (
        <UnstyledButton className={classes.problem} data-severity={severity} onClick={go}>
          {words}
        </UnstyledButton>
      ) : (
        <div className={classes.problem} data-severity={severity} data-static>
          {words}
        </div>
      )}
      <FixButton problem={problem} />
    </>
  );
}

function FixButton({ problem }: { problem: Problem }) {
  const run = useFlow((state) => state.run);
  const readOnly = useFlow((state) => state.readOnly);
  const label = useFlow((state) => quickFixOf(state.history.present, problem)?.label);
  const store = useFlowStore();
  if (label === undefined || readOnly) return null;
  const mend = () => {
    const fix = quickFixOf(store.getState().history.present, problem);
    if (fix) run(fix.command);
  };
  return (
    <Button className={classes.problemFix} size="compact-xs" variant="light" onClick={mend}>
      {label}
    </Button>
  );
}
