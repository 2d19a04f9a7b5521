/** Zoom, fit, tidy up and the map, in the corner of the canvas. */
import { ActionIcon, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconFocusCentered,
  IconMap2,
  IconMinus,
  IconPlus,
  IconSitemap,
} from "@tabler/icons-react";
import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { layOut, type Size } from "../document/lay-out.ts";
import classes from "./Canvas.module.css";
import { useFlow, useFlowStore } from "./flow-context.tsx";

export const FIT = { padding: 0.18, maxZoom: 1, duration: 260 };

interface CanvasControlsProps {
  sizes: ReadonlyMap<string, Size>;
  mapShown: boolean;
  onToggleMap(): void;
}

export function CanvasControls({ sizes, mapShown, onToggleMap }: CanvasControlsProps) {
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const readOnly = useFlow((state) => state.readOnly);
  const store = useFlowStore();
  const tidy = async () => {
    const positions = await layOut(store.getState().history.present, sizes);
    store.getState().run({ type: "move-nodes", args: { positions } });
    // The cards move in the next frame; before that there is nothing new to fit.
    requestAnimationFrame(() => fitView(FIT));
  };
  return (
    <Panel position="bottom-left">
      <div className={classes.controls}>
        <Control title="Zoom out" icon={IconMinus} onClick={() => zoomOut({ duration: 120 })} />
        <button
          type="button"
          className={classes.zoom}
          title="Zoom to 100 %"
          onClick={() => zoomTo(1, { duration: 120 })}
        >
          {zoom} %
        </button>
        <Control title="Zoom in" icon={IconPlus} onClick={() => zoomIn({ duration: 120 })} />
        <Control title="Show the whole flow" icon={IconFocusCentered} onClick={() => fitView(FIT)} />
        {!readOnly && <Control title="Tidy up" icon={IconSitemap} onClick={tidy} />}
        <Control title={mapShown ? "Hide the map" : "Show the map"} icon={IconMap2} onClick={onToggleMap} />
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
