/** Over a card: how many stand at the step now, how many left the flow there, and how many came to its end. */
import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { type Icon, IconDoorExit, IconFlagCheck, IconUser } from "@tabler/icons-react";
import { useFlow } from "../canvas/flow-context.tsx";
import { useShowStep } from "./show-step.ts";
import { droppedAt, finishedAt } from "./step-traffic.ts";
import classes from "./Traffic.module.css";
import { countWords, droppedWords, finishedWords, hereWords } from "./traffic-words.ts";

export function StepBadges({ nodeId, title }: { nodeId: string; title: string }) {
  // The same object as long as nothing changed here: other steps' traffic does not draw this one anew.
  const step = useFlow((state) => state.traffic?.get(nodeId));
  const show = useShowStep();
  if (!step) return null;
  const dropped = droppedAt(step);
  const finished = finishedAt(step);
  if (step.live + dropped + finished === 0) return null;
  return (
    <UnstyledButton
      className={`${classes.badges} nodrag nopan`}
      onClick={(event) => {
        // The step's form is not what was asked for.
        event.stopPropagation();
        show(nodeId, event.currentTarget);
      }}
    >
      <VisuallyHidden>{title}</VisuallyHidden>
      <Sign kind="dropped" icon={IconDoorExit} count={dropped} words={droppedWords} />
      <Sign kind="finished" icon={IconFlagCheck} count={finished} words={finishedWords} />
      <Sign kind="live" icon={IconUser} count={step.live} words={hereWords} />
    </UnstyledButton>
  );
}

interface SignProps {
  kind: "dropped" | "finished" | "live";
  icon: Icon;
  count: number;
  words(count: number): string;
}

function Sign({ kind, icon: SignIcon, count, words }: SignProps) {
  if (count === 0) return null;
  const said = words(count);
  return (
    <span className={classes[kind]} title={said}>
      <SignIcon size={14} stroke={2} aria-hidden />
      <span aria-hidden>{countWords(count)}</span>
      <VisuallyHidden>{said}</VisuallyHidden>
    </span>
  );
}
