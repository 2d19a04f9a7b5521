/** The drawing of a flow: React Flow over arrays derived from the document. */
import { t } from "../i18n/t.ts";
import "@xyflow/react/dist/base.css";
import { Background, MiniMap, ReactFlow, SelectionMode, useReactFlow, useStore } from "@xyflow/react";
import { type DragEvent, type MouseEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { nodeUi } from "../nodes/index.ts";
import type { CanvasTools } from "./actions.ts";
import classes from "./Canvas.module.css";
import { CanvasControls } from "./CanvasControls.tsx";
import { CanvasContext, type ScreenPoint } from "./canvas-context.ts";
import type { StepEdge as Edge } from "./derive.ts";
import { FarView, nodeAt } from "./FarView.tsx";
import { useFlow, useFlowStore } from "./flow-context.tsx";
import { GroupFrame } from "./GroupFrame.tsx";
import { Palette } from "./Palette.tsx";
import { StepCard } from "./StepCard.tsx";
import { StepEdge } from "./StepEdge.tsx";
import { StepPicker } from "./StepPicker.tsx";
import { StickyCard } from "./StickyCard.tsx";
import { TidyBar } from "./TidyBar.tsx";
import { useAdding } from "./use-adding.ts";
import { useCanvasCommands } from "./use-canvas-commands.ts";
import { type FlowNode, useCanvasNodes } from "./use-canvas-nodes.ts";
import { useConnecting } from "./use-connecting.ts";
import { useFirstView } from "./use-first-view.ts";
import { useKeepInView } from "./use-keep-in-view.ts";
import { useOverlays } from "./use-overlays.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import { useSigns } from "./use-signs.ts";
import { useTidying } from "./use-tidying.ts";
import { moving } from "./view-moves.ts";

/** Small enough to be unnoticed, large enough that cards line up. */
const GRID: [number, number] = [8, 8];
/** Over this many, cards outside the window are not drawn; below it, drawing them all scrolls smoother. */
const MANY_NODES = 150;
/** Smaller than this, texts on cards can't be read: of many cards, blocks are drawn instead. */
const FAR = 0.3;
/** What is pointed at in a drawing of blocks is shown at this size. */
const NEAR = 0.7;
/** A smaller flow is seen at a glance anyway. */
const MAP_WORTH = 12;

const NODES = { step: StepCard, sticky: StickyCard, frame: GroupFrame };
/** From afar `FarView` draws them all. */
const FAR_NODES = { step: Nothing, sticky: Nothing, frame: Nothing };
const NO_EDGES: Edge[] = [];

function Nothing() {
  return null;
}

/** How the canvas behaves, whatever is on it. */
const REACT_FLOW = {
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
  const store = useFlowStore();
  const view = useReactFlow();
  const readOnly = useFlow((state) => state.readOnly);
  const tidying = useTidying();
  const canvas = useCanvasNodes(tidying.proposed);
  const area = useRef<HTMLDivElement>(null);
  const adding = useAdding(canvas.sizes, area);
  const pointer = useRef<ScreenPoint | null>(null);
  const overlays = useOverlays(adding, pointer);
  const [mapShown, setMapShown] = useState(() => store.getState().history.present.nodes.length > MAP_WORTH);
  const tools: CanvasTools = {
    store,
    view,
    sizes: canvas.sizes,
    open: overlays.open,
    addNote: () => adding.addNote(pointer.current),
    tidyUp: () => void tidying.propose(canvas.sizes),
    toggleMap: () => setMapShown(!mapShown),
  };
  useShortcuts(tools, pointer);
  useCanvasCommands(tools, adding.addFromPalette);
  useFirstView();
  useKeepInView();
  return (
    <CanvasContext value={adding.actions}>
      {!readOnly && <Palette onAdd={adding.addFromPalette} />}
      <Drawing
        canvas={canvas}
        adding={adding}
        pointer={pointer}
        area={area}
        still={tidying.proposed !== null}
      >
        <Corners tools={tools} mapShown={mapShown} />
        <TidyBar tidying={tidying} />
        {overlays.shown}
      </Drawing>
      {adding.picker && (
        <StepPicker
          title={
            adding.picker.target && "replace" in adding.picker.target ? t("Replace by") : t("Add a step")
          }
          at={adding.picker.at}
          onPick={adding.pick}
          onClose={adding.closePicker}
        />
      )}
    </CanvasContext>
  );
}

interface DrawingProps {
  canvas: ReturnType<typeof useCanvasNodes>;
  adding: ReturnType<typeof useAdding>;
  /** Kept up to date here: where pasted steps go. */
  pointer: RefObject<ScreenPoint | null>;
  area: RefObject<HTMLDivElement | null>;
  /** Nothing can be dragged: what is seen is a proposal. */
  still: boolean;
  children: ReactNode;
}

function Drawing({ canvas, adding, pointer, area, still, children }: DrawingProps) {
  const readOnly = useFlow((state) => state.readOnly);
  const store = useFlowStore();
  const { connecting, stop, handlers } = useConnecting();
  const { screenToFlowPosition, setCenter } = useReactFlow();
  const many = canvas.nodes.length > MANY_NODES;
  const far = useStore((state) => many && state.transform[2] < FAR);
  const signs = useSigns();
  const approach = (event: MouseEvent) => {
    const at = screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const id = far ? nodeAt(canvas.nodes, at) : undefined;
    if (id === undefined) return;
    store.getState().select([id]);
    void setCenter(at.x, at.y, { zoom: NEAR, duration: moving(300) });
  };
  return (
    <div
      ref={area}
      className={classes.canvas}
      data-connecting={connecting || undefined}
      style={signs}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerLeave={() => {
        pointer.current = null;
      }}
    >
      <ReactFlow<FlowNode, Edge>
        {...REACT_FLOW}
        nodeTypes={far ? FAR_NODES : NODES}
        {...handlers}
        nodes={canvas.nodes}
        edges={far ? NO_EDGES : canvas.edges}
        onNodesChange={canvas.onNodesChange}
        onEdgesChange={canvas.onEdgesChange}
        onConnectEnd={(event, state) => {
          stop();
          adding.onConnectEnd(event, state);
        }}
        onPaneClick={approach}
        onDragOver={allowDrop}
        onDrop={adding.onDrop}
        nodesDraggable={!readOnly && !still}
        nodesConnectable={!readOnly && !still}
        edgesReconnectable={!readOnly && !still}
        onlyRenderVisibleElements={many}
      >
        <Background gap={24} size={1.6} color="var(--hilo-dot)" />
        {far && <FarView nodes={canvas.nodes} edges={canvas.edges} />}
        {children}
      </ReactFlow>
      {canvas.nodes.length === 1 && !readOnly && (
        <p className={classes.hint}>
          {t("Drag from the dot on the start, choose a step on the left, or press / to say hello.")}
        </p>
      )}
    </div>
  );
}

/** The controls and the map. */
function Corners({ tools, mapShown }: { tools: CanvasTools; mapShown: boolean }) {
  const readOnly = useFlow((state) => state.readOnly);
  return (
    <>
      {mapShown && !readOnly && (
        <MiniMap<FlowNode>
          pannable
          zoomable
          style={{ width: 168, height: 112 }}
          nodeBorderRadius={26}
          nodeColor={colorOnMap}
          ariaLabel={t("Map of the flow")}
        />
      )}
      <CanvasControls
        mapShown={mapShown}
        onTidyUp={tools.tidyUp}
        onShortcuts={() => tools.open("shortcuts")}
        onToggleMap={tools.toggleMap}
      />
    </>
  );
}

function colorOnMap(node: FlowNode): string {
  if (node.type === "step") return `var(--hilo-${nodeUi(node.data.envelope.type).group})`;
  return node.type === "sticky" ? "var(--hilo-line-strong)" : "transparent";
}

function allowDrop(event: DragEvent) {
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
}
