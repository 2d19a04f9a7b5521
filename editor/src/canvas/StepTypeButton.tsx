/** One type of step in the palette or the picker. */

import type { NodeType } from "@hilo/flow-engine";
import { UnstyledButton } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { NODE_UI } from "../nodes/index.ts";
import classes from "./StepTypeButton.module.css";

/** Drag data of a step type; the canvas takes nothing else. */
export const STEP_TYPE_MIME = "application/x-hilo-step";

interface StepTypeButtonProps {
  type: NodeType;
  onPick(type: NodeType): void;
  draggable?: boolean;
  /** With one line on what it is for. */
  described?: boolean;
  active?: boolean;
}

export function StepTypeButton({
  type,
  onPick,
  draggable = false,
  described = false,
  active,
}: StepTypeButtonProps) {
  const ui = NODE_UI[type];
  return (
    <UnstyledButton
      className={classes.item}
      data-group={ui.group}
      data-active={active || undefined}
      draggable={draggable}
      title={described ? undefined : t(ui.description)}
      onDragStart={(event) => {
        event.dataTransfer.setData(STEP_TYPE_MIME, type);
        event.dataTransfer.effectAllowed = "copy";
      }}
      onClick={() => onPick(type)}
    >
      <span className={classes.icon}>
        <ui.icon size={17} stroke={1.8} aria-hidden />
      </span>
      <span className={classes.words}>
        {t(ui.title)}
        {described && <div className={classes.about}>{t(ui.description)}</div>}
      </span>
    </UnstyledButton>
  );
}
