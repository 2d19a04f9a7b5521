/** The form of one step: its name, what it says or does, and where it leads. */

import type { NodeEnvelope } from "@hilo/flow-engine";
import { ActionIcon, CloseButton, Stack, TextInput, Tooltip } from "@mantine/core";
import { IconCopy, IconPlayerPlay, IconReplace, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { problemsOfNode } from "../canvas/by-node.ts";
import type { ScreenPoint } from "../canvas/canvas-context.ts";
import { useFlow } from "../canvas/flow-context.tsx";
import { StepPicker } from "../canvas/StepPicker.tsx";
import { problemWords } from "../checks/problem-words.ts";
import { NODE_NAME_MAX } from "../document/commands/rename-node.ts";
import { nextOptionNumber } from "../document/ids.ts";
import { nodeData } from "../document/node-data.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import { playFrom } from "../simulator/play-from.ts";
import { Comments } from "./Comments.tsx";
import classes from "./FlowPage.module.css";
import { LeadsTo } from "./LeadsTo.tsx";
import { AlsoHere } from "./OpenBy.tsx";
import { ProblemIcon } from "./ProblemIcon.tsx";

export function StepForm({ node }: { node: NodeEnvelope }) {
  const run = useFlow((state) => state.run);
  const ui = nodeUi(node.type);
  return (
    <aside className={classes.side} aria-label={t("Step {name}", { name: node.name || t(ui.title) })}>
      <StepHead node={node} />
      <div className={classes.panelBody}>
        <Stack gap="md">
          <AlsoHere nodeId={node.id} />
          <StepProblems nodeId={node.id} />
          <ui.Form
            nodeId={node.id}
            data={nodeData(node)}
            nextOption={nextOptionNumber(node)}
            onChange={(data) =>
              run({ type: "update-data", args: { nodeId: node.id, data: { ...Object(data) } } })
            }
          />
          <LeadsTo node={node} />
          <Comments nodeId={node.id} />
        </Stack>
      </div>
    </aside>
  );
}

function StepHead({ node }: { node: NodeEnvelope }) {
  const run = useFlow((state) => state.run);
  const select = useFlow((state) => state.select);
  const duplicate = useFlow((state) => state.duplicateSelected);
  const remove = useFlow((state) => state.removeSelected);
  const ui = nodeUi(node.type);
  return (
    <header className={`${classes.panelHead} ${classes.stepHead}`}>
      <span className={classes.panelIcon} data-group={ui.group}>
        <ui.icon size={20} stroke={1.8} aria-hidden />
      </span>
      <div className={classes.panelTitle}>
        <TextInput
          className={classes.stepName ?? ""}
          aria-label={t("Name of this step")}
          placeholder={t(ui.title)}
          maxLength={NODE_NAME_MAX}
          value={node.name ?? ""}
          onChange={(event) =>
            run({ type: "rename-node", args: { nodeId: node.id, name: event.currentTarget.value } })
          }
        />
      </div>
      <CloseButton aria-label={t("Close the form")} onClick={() => select([])} />
      <p className={classes.stepAbout}>{t(ui.description)}</p>
      {node.type !== "start" && (
        <div className={classes.stepActions}>
          <Tooltip label={t("Play from here")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("Play from here")}
              onClick={() => playFrom(node.id)}
            >
              <IconPlayerPlay size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
          <ReplaceButton nodeId={node.id} />
          <Tooltip label={t("Duplicate")}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("Duplicate this step")}
              onClick={duplicate}
            >
              <IconCopy size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("Delete")}>
            <ActionIcon variant="subtle" color="gray" aria-label={t("Delete this step")} onClick={remove}>
              <IconTrash size={17} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        </div>
      )}
    </header>
  );
}

function ReplaceButton({ nodeId }: { nodeId: string }) {
  const replace = useFlow((state) => state.replace);
  const [at, setAt] = useState<ScreenPoint | null>(null);
  return (
    <>
      <Tooltip label={t("Replace by another type")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("Replace this step")}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            setAt({ x: left - 240, y: bottom + 6 });
          }}
        >
          <IconReplace size={17} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      {at && (
        <StepPicker
          title={t("Replace by")}
          at={at}
          onPick={(type) => {
            setAt(null);
            replace(nodeId, type);
          }}
          onClose={() => setAt(null)}
        />
      )}
    </>
  );
}

function StepProblems({ nodeId }: { nodeId: string }) {
  const problems = useFlow((state) => problemsOfNode(state.problems, nodeId));
  if (problems.length === 0) return null;
  return (
    <div className={classes.stepProblems}>
      {problems.map((problem, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same problem can be there twice
        <div key={i} className={classes.problem} data-severity={problem.severity} data-static>
          <ProblemIcon severity={problem.severity} />
          <span>{problemWords(problem)}</span>
        </div>
      ))}
    </div>
  );
}
