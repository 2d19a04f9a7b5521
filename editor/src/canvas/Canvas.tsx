/** The drawing of a flow: React Flow over arrays derived from the document. */
import "@xyflow/react/dist/base.css";
import { Background, MiniMap, ReactFlow, SelectionMode } from "@xyflow/react";
import { type DragEvent, type RefObject, useRef, useState } from "react";
import type { Size } from "../document/lay-out.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./Canvas.module.css";
import { CanvasControls } from "./CanvasControls.tsx";
import { CanvasContext, type ScreenPoint } from "./canvas-context.ts";
import type { StepNode } from "./derive.ts";
import { useFlow, useFlowStore } from "./flow-context.tsx";
import { Palette } from "./Palette.tsx";
import { StepCard } from "./StepCard.tsx";
import { StepEdge } from "./StepEdge.tsx";
import { StepPicker } from "./StepPicker.tsx";
import { useAdding } from "./use-adding.ts";
import { useCanvasNodes } from "./use-canvas-nodes.ts";
import { useConnecting } from "./use-connecting.ts";
import { useFirstView } from "./use-first-view.ts";
import { useKeepInView } from "./use-keep-in-view.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** Small enough to be unnoticed, large enough that cards line up. */
const GRID: [number, number] = [8, 8];
/** Over this many, cards outside the window are not drawn; below it, drawing them all scrolls smoother. */
const MANY_NODES = 150;
/** A smaller flow is seen at a glance anyway. */
const MAP_WORTH = 12;

/** How the canvas behaves, whatever is on it. */
const REACT_FLOW = {
  nodeTypes: { step: StepCard },
  edgeTypes: { step: StepEdge },
  // Keys are ours: they become commands that can be undone.
  deleteKeyCode: null,
  connectOnClick: false,
  connectionRadius: 28,
  snapToGrid: true,
  snapGrid: GRID,
  panOnScroll: true,
  selectionMode: SelectionMode.Partial,
  minZoom: 0.1,
  maxZoom: 2,
};

export function Canvas() {
  const readOnly = useFlow((state) => state.readOnly);
  const canvas = useCanvasNodes();
  const adding = useAdding(canvas.sizes);
  const pointer = useRef<ScreenPoint | null>(null);
  useShortcuts(pointer);
  useFirstView();
  useKeepInView();
  return (
    <CanvasContext value={adding.actions}>
      {!readOnly && <Palette onAdd={adding.addFromPalette} />}
      <Drawing canvas={canvas} adding={adding} pointer={pointer} />
      {adding.picker && (
        <StepPicker at={adding.picker.at} onPick={adding.pick} onClose={adding.closePicker} />
      )}
    </CanvasContext>
  );
}

interface DrawingProps {
  canvas: ReturnType<typeof useCanvasNodes>;
  adding: ReturnType<typeof useAdding>;
  /** Kept up to date here: where pasted steps go. */
  pointer: RefObject<ScreenPoint | null>;
}

function Drawing({ canvas, adding, pointer }: DrawingProps) {
  const readOnly = useFlow((state) => state.readOnly);
  const { connecting, stop, handlers } = useConnecting();
  return (
    <div
      className={classes.canvas}
      data-connecting={connecting || undefined}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerLeave={() => {
        pointer.current = null;
      }}
    >
      <ReactFlow
        {...REACT_FLOW}
        {...handlers}
        nodes={canvas.nodes}
        edges={canvas.edges}
        onNodesChange={canvas.onNodesChange}
        onEdgesChange={canvas.onEdgesChange}
        onConnectEnd={(event, state) => {
          stop();
          adding.onConnectEnd(event, state);
        }}
        onDragOver={allowDrop}
        onDrop={adding.onDrop}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        onlyRenderVisibleElements={canvas.nodes.length > MANY_NODES}
      >
        <Background gap={24} size={1.6} color="var(--hilo-dot)" />
        <Corners sizes={canvas.sizes} />
      </ReactFlow>
      {canvas.nodes.length === 1 && !readOnly && (
        <p className={classes.hint}>
          Drag from the dot on the start, or choose a step on the left, to say hello.
        </p>
      )}
    </div>
  );
}

/** The controls and the map. */
function Corners({ sizes }: { sizes: ReadonlyMap<string, Size> }) {
  const readOnly = useFlow((state) => state.readOnly);
  const store = useFlowStore();
  const [mapShown, setMapShown] = useState(() => store.getState().history.present.nodes.length > MAP_WORTH);
  return (
    <>
      {mapShown && !readOnly && (
        <MiniMap<StepNode>
          pannable
          zoomable
          style={{ width: 168, height: 112 }}
          nodeBorderRadius={26}
          nodeColor={(node) => `var(--hilo-${nodeUi(node.data.envelope.type).group})`}
          ariaLabel="Map of the flow"
        />
      )}
      <CanvasControls sizes={sizes} mapShown={mapShown} onToggleMap={() => setMapShown(!mapShown)} />
    </>
  );
}

function allowDrop(event: DragEvent) {
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
}
