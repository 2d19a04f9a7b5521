/** Zoom, fit, tidy up and the map, in the corner of the canvas. */

import { ActionIcon, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconFocusCentered,
  IconKeyboard,
  IconMap2,
  IconMinus,
  IconPlus,
  IconSitemap,
} from "@tabler/icons-react";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import classes from "./Canvas.module.css";
import { useFlow } from "./flow-context.tsx";
import { FIT, QUICK } from "./view-moves.ts";

interface CanvasControlsProps {
  onTidyUp(): void;
  onShortcuts(): void;
  mapShown: boolean;
  onToggleMap(): void;
}

export function CanvasControls({ onTidyUp, onShortcuts, mapShown, onToggleMap }: CanvasControlsProps) {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const readOnly = useFlow((state) => state.readOnly);
  return (
    <Panel position="bottom-left">
      <div className={classes.controls}>
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
        {!readOnly && <Control title={t("Tidy up")} icon={IconSitemap} onClick={onTidyUp} />}
        <Control
          title={mapShown ? t("Hide the map") : t("Show the map")}
          icon={IconMap2}
          onClick={onToggleMap}
        />
        <Control title={t("Keyboard shortcuts")} icon={IconKeyboard} onClick={onShortcuts} />
      </div>
    </Panel>
  );
}

function Control({ title, icon: ControlIcon, onClick }: { title: string; icon: Icon; onClick(): void }) {
  return (
    <Tooltip label={title}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={title} onClick={onClick}>
        <ControlIcon size={17} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  );
}
