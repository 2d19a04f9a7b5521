/** A drawing nobody can change, with a walk lit on it: the step it stands at comes to the middle and stays in view. */
import "@xyflow/react/dist/base.css";
import {
  Background,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useNodesInitialized,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { useEffect, useRef, useState } from "react";
import type { FlowDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import type { LitPath } from "../document/lit-path.ts";
import classes from "./Canvas.module.css";
import { CanvasContext } from "./canvas-context.ts";
import type { StepEdge as Edge } from "./derive.ts";
import { FlowProvider, useFlow } from "./flow-context.tsx";
import { GroupFrame } from "./GroupFrame.tsx";
import { StepCard } from "./StepCard.tsx";
import { StepEdge } from "./StepEdge.tsx";
import { StickyCard } from "./StickyCard.tsx";
import { type FlowNode, useCanvasNodes } from "./use-canvas-nodes.ts";
import { ViewControls } from "./ViewControls.tsx";
import { FIT, moving } from "./view-moves.ts";

interface StillCanvasProps {
  doc: FlowDocument;
  lit: LitPath;
  /** How large the step is drawn at which the walk stands. */
  zoom: number;
  /** With what makes it smaller and larger, where there is room. */
  controls?: boolean;
}

/** Everything about a canvas that could change it. */
const STILL = {
  nodeTypes: { step: StepCard, sticky: StickyCard, frame: GroupFrame },
  edgeTypes: { step: StepEdge },
  deleteKeyCode: null,
  nodesDraggable: false,
  nodesConnectable: false,
  nodesFocusable: false,
  edgesFocusable: false,
  elementsSelectable: false,
  minZoom: 0.1,
  maxZoom: 1.5,
};
/** Over this many, cards outside the window are not drawn. */
const MANY_NODES = 60;
const nothing = () => {};
const NO_ACTIONS = { openPicker: nothing, openEdgePicker: nothing, openReplacePicker: nothing };

/** Another document needs another one: give it a key. */
export function StillCanvas({ doc, lit, zoom, controls = false }: StillCanvasProps) {
  const [store] = useState(() => {
    const made = createFlowStore(doc);
    made.setState({ readOnly: true, lit });
    return made;
  });
  useEffect(() => store.getState().setLit(lit), [store, lit]);
  return (
    <FlowProvider value={store}>
      <ReactFlowProvider>
        <CanvasContext value={NO_ACTIONS}>
          <Drawing zoom={zoom} controls={controls} />
        </CanvasContext>
      </ReactFlowProvider>
    </FlowProvider>
  );
}

function Drawing({ zoom, controls }: { zoom: number; controls: boolean }) {
  const { nodes, edges, onNodesChange } = useCanvasNodes(null);
  useInTheMiddle(zoom);
  return (
    <div className={classes.canvas}>
      <ReactFlow<FlowNode, Edge>
        {...STILL}
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onlyRenderVisibleElements={nodes.length > MANY_NODES}
        // A small one is a picture, without anything to press in it.
        proOptions={{ hideAttribution: !controls }}
      >
        <Background gap={24} size={1.6} color="var(--hilo-dot)" />
        {controls && (
          <Panel position="bottom-left">
            <div className={classes.controls}>
              <ViewControls />
            </div>
          </Panel>
        )}
      </ReactFlow>
    </div>
  );
}

/** First the step where the walk stands; where it has ended, the whole flow. Then each step that it comes to. */
function useInTheMiddle(zoom: number) {
  const at = useFlow((state) => state.lit.at);
  const ready = useNodesInitialized();
  // Made while its pane is away, a drawing has no size: where its middle is shows when the pane comes.
  const width = useStore((state) => state.width);
  const seen = useRef(false);
  const { getInternalNode, setCenter, fitView } = useReactFlow();
  useEffect(() => {
    if (!ready || width === 0) return;
    const first = !seen.current;
    seen.current = true;
    const node = at === null ? undefined : getInternalNode(at);
    if (!node) {
      if (first) void fitView({ ...FIT, duration: 0 });
      return;
    }
    const { x, y } = node.internals.positionAbsolute;
    const { measured } = node;
    void setCenter(x + (measured.width ?? 0) / 2, y + (measured.height ?? 0) / 2, {
      zoom,
      duration: first ? 0 : moving(450),
    });
  }, [at, ready, width, zoom, getInternalNode, setCenter, fitView]);
}
