/** What moves the view of a drawing: smaller, larger, all of it. */

import { ActionIcon, Tooltip } from "@mantine/core";
import { type Icon, IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import { useReactFlow, useStore } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import classes from "./Canvas.module.css";
import { FIT, QUICK } from "./view-moves.ts";

export function ViewControls() {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  return (
    <>
      <Control title={t("Zoom out")} icon={IconMinus} onClick={() => zoomOut(QUICK)} />
      <button
        type="button"
        className={classes.zoom}
        title={t("Zoom to 100 %")}
        onClick={() => zoomTo(1, QUICK)}
      >
        {zoom} %
      </button>
      <Control title={t("Zoom in")} icon={IconPlus} onClick={() => zoomIn(QUICK)} />
      <Control title={t("Show the whole flow")} icon={IconFocusCentered} onClick={() => fitView(FIT)} />
    </>
  );
}

export function Control({
  title,
  icon: ControlIcon,
  onClick,
}: {
  title: string;
  icon: Icon;
  onClick(): void;
}) {
  return (
    <Tooltip label={title}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={title} onClick={onClick}>
        <ControlIcon size={17} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  );
}
