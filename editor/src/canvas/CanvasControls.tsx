/** Zoom, fit, tidy up and the map, in the corner of the canvas. */

import { IconKeyboard, IconMap2, IconSitemap } from "@tabler/icons-react";
import { Panel } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import classes from "./Canvas.module.css";
import { useFlow } from "./flow-context.tsx";
import { Control, ViewControls } from "./ViewControls.tsx";

interface CanvasControlsProps {
  onTidyUp(): void;
  onShortcuts(): void;
  mapShown: boolean;
  onToggleMap(): void;
}

export function CanvasControls({ onTidyUp, onShortcuts, mapShown, onToggleMap }: CanvasControlsProps) {
  const readOnly = useFlow((state) => state.readOnly);
  return (
    <Panel position="bottom-left">
      <div className={classes.controls}>
        <ViewControls />
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
