/** The drawing of a flow: React Flow over arrays derived from the document. */
import "@xyflow/react/dist/base.css";
import { isNodeType, type NodeType } from "@hilo/flow-engine";
import {
  Background,
  type Connection,
  type Edge,
  type FinalConnectionState,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
} from "@xyflow/react";
import { type DragEvent, useMemo, useRef, useState } from "react";
import { canConnect } from "../document/commands/connect.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./Canvas.module.css";
import { CanvasControls } from "./CanvasControls.tsx";
import { type CanvasActions, CanvasContext, type ScreenPoint } from "./canvas-context.ts";
import type { StepNode } from "./derive.ts";
import { useFlow, useFlowStore } from "./flow-context.tsx";
import { Palette } from "./Palette.tsx";
import { freePlace, freePort, placeAfter } from "./place-next.ts";
import { StepCard } from "./StepCard.tsx";
import { StepEdge } from "./StepEdge.tsx";
import { StepPicker } from "./StepPicker.tsx";
import { STEP_TYPE_MIME } from "./StepTypeButton.tsx";
import { useCanvasNodes } from "./use-canvas-nodes.ts";
import { useFirstView } from "./use-first-view.ts";
import { useKeepInView } from "./use-keep-in-view.ts";
import { useShortcuts } from "./use-shortcuts.ts";

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { step: StepEdge };
/** Small enough to be unnoticed, large enough that cards line up. */
const GRID: [number, number] = [8, 8];
/** Over this many, cards outside the window are not drawn; below it, drawing them all scrolls smoother. */
const MANY_NODES = 150;
/** A smaller flow is seen at a glance anyway. */
const MAP_WORTH = 12;
/** A card is taller than its head: what is dropped appears with its head under the pointer. */
const GRIP = { x: 40, y: 26 };

type PickerTarget = { source: string; port: string } | { edgeId: string };

export function Canvas() {
  const store = useFlowStore();
  const readOnly = useFlow((state) => state.readOnly);
  const canvas = useCanvasNodes();
  const { screenToFlowPosition } = useReactFlow();
  const pointer = useRef<ScreenPoint | null>(null);
  const [picker, setPicker] = useState<{ at: ScreenPoint; target: PickerTarget } | null>(null);
  const [mapShown, setMapShown] = useState(() => store.getState().history.present.nodes.length > MAP_WORTH);
  const [connecting, setConnecting] = useState(false);
  useShortcuts(pointer);
  useFirstView();
  useKeepInView();

  const actions = useMemo<CanvasActions>(
    () => ({
      openPicker: (at, target) => store.getState().readOnly || setPicker({ at, target }),
      openEdgePicker: (at, edgeId) => setPicker({ at, target: { edgeId } }),
    }),
    [store],
  );
  const place = (at: ScreenPoint) => {
    const { x, y } = screenToFlowPosition(at);
    return { x: x - GRIP.x, y: y - GRIP.y };
  };
  const pick = (type: NodeType) => {
    if (!picker) return;
    const { at, target } = picker;
    const where = "edgeId" in target ? target : { from: target };
    store.getState().add({ type, position: place(at), ...where });
    setPicker(null);
  };
  const addFromPalette = (type: NodeType) => {
    const { history, selection, add } = store.getState();
    const [selected, ...others] = selection.nodes;
    const port =
      selected !== undefined && others.length === 0 ? freePort(history.present, selected) : undefined;
    if (selected !== undefined && port !== undefined) {
      const position = placeAfter(history.present, selected, canvas.sizes);
      add({ type, position, from: { source: selected, port } });
      return;
    }
    const middle = screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 2 });
    add({ type, position: freePlace(history.present, middle, canvas.sizes) });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    const type = event.dataTransfer.getData(STEP_TYPE_MIME);
    if (!isNodeType(type)) return;
    const at = { x: event.clientX, y: event.clientY };
    const edgeId = elementAt(at, ".react-flow__edge")?.dataset.id;
    store.getState().add({ type, position: place(at), ...(edgeId !== undefined && { edgeId }) });
  };
  const connect = (connection: Connection | Edge) => {
    const { source, sourceHandle, target } = connection;
    store.getState().run({ type: "connect", args: { source, port: sourceHandle ?? "next", target } });
  };
  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    setConnecting(false);
    const source = state.fromNode?.id;
    const port = state.fromHandle?.id;
    if (state.isValid || state.toNode || source === undefined || !port) return;
    setPicker({ at: pointOf(event), target: { source, port } });
  };

  return (
    <CanvasContext value={actions}>
      {!readOnly && <Palette onAdd={addFromPalette} />}
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
          nodes={canvas.nodes}
          edges={canvas.edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={canvas.onNodesChange}
          onEdgesChange={canvas.onEdgesChange}
          onConnect={connect}
          onConnectStart={() => setConnecting(true)}
          onConnectEnd={onConnectEnd}
          onReconnect={(old, next) => old.target !== next.target && connect(next)}
          onReconnectStart={() => setConnecting(true)}
          onReconnectEnd={() => setConnecting(false)}
          isValidConnection={({ source, sourceHandle, target }) =>
            canConnect(store.getState().history.present, { source, port: sourceHandle ?? "next", target })
          }
          onDragOver={(event) => {
            event.preventDefault();
            event.dataTransfer.dropEffect = "copy";
          }}
          onDrop={onDrop}
          nodesDraggable={!readOnly}
          nodesConnectable={!readOnly}
          edgesReconnectable={!readOnly}
          deleteKeyCode={null}
          connectOnClick={false}
          connectionRadius={28}
          snapToGrid
          snapGrid={GRID}
          panOnScroll
          selectionMode={SelectionMode.Partial}
          minZoom={0.1}
          maxZoom={2}
          onlyRenderVisibleElements={canvas.nodes.length > MANY_NODES}
        >
          <Background gap={24} size={1.6} color="var(--hilo-dot)" />
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
          <CanvasControls
            sizes={canvas.sizes}
            mapShown={mapShown}
            onToggleMap={() => setMapShown(!mapShown)}
          />
        </ReactFlow>
        {canvas.nodes.length === 1 && !readOnly && (
          <p className={classes.hint}>
            Drag from the dot on the start, or choose a step on the left, to say hello.
          </p>
        )}
      </div>
      {picker && <StepPicker at={picker.at} onPick={pick} onClose={() => setPicker(null)} />}
    </CanvasContext>
  );
}

function elementAt({ x, y }: ScreenPoint, selector: string): HTMLElement | undefined {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>(selector);
  return found ?? undefined;
}

function pointOf(event: MouseEvent | TouchEvent): ScreenPoint {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}
