/** What a badge stands for: how many came to the step, went on and stopped there, and who is there now. */
import { CloseButton, Popover } from "@mantine/core";
import { useOnViewportChange } from "@xyflow/react";
import { useFlow } from "../canvas/flow-context.tsx";
import { nodeName } from "../conversations/node-name.ts";
import { t } from "../i18n/t.ts";
import { StepPeople } from "./StepPeople.tsx";
import type { Traffic } from "./step-traffic.ts";
import classes from "./Traffic.module.css";
import { countWords, reasonWords, shareWords } from "./traffic-words.ts";

export interface OpenStep {
  nodeId: string;
  badge: HTMLElement;
}

interface StepPanelProps {
  flowId: string;
  open: OpenStep;
  onClose(): void;
}

/** Beside its badge as long as the canvas stays where it is. */
export function StepPanel({ flowId, open: { nodeId, badge }, onClose }: StepPanelProps) {
  const name = useFlow((state) => nodeName(state.history.present.nodes, nodeId));
  const step = useFlow((state) => state.traffic?.get(nodeId));
  useOnViewportChange({ onStart: onClose });
  const close = () => {
    onClose();
    badge.focus({ preventScroll: true });
  };
  const { left, top, width, height } = badge.getBoundingClientRect();
  return (
    <Popover
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      width={300}
      shadow="lg"
      radius="lg"
      trapFocus
    >
      <Popover.Target>
        <div aria-hidden style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }} />
      </Popover.Target>
      <Popover.Dropdown className={classes.panel ?? ""} aria-label={name}>
        <header className={classes.head}>
          <h2>{name}</h2>
          <CloseButton size="sm" aria-label={t("Close")} onClick={close} />
        </header>
        {step && <Figures step={step} />}
        <StepPeople flowId={flowId} nodeId={nodeId} live={step?.live ?? 0} />
      </Popover.Dropdown>
    </Popover>
  );
}

type Step = NonNullable<ReturnType<Traffic["get"]>>;

function Figures({ step: { entered, stopped } }: { step: Step }) {
  if (entered === 0) return <p className={classes.quiet}>{t("Nobody came here in this time.")}</p>;
  const still = stopped.reduce((total, { runs }) => total + runs, 0);
  const rows: [string, number][] = [
    [t("Came here"), entered],
    [t("Went on"), Math.max(0, entered - still)],
    ...stopped.map(({ reason, runs }): [string, number] => [reasonWords(reason), runs]),
  ];
  return (
    <dl className={classes.figures}>
      {rows.map(([words, runs]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            {countWords(runs)} <span>{shareWords(Math.min(1, runs / entered))}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
