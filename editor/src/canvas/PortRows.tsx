/** A step's ways out: one dot in the head when it simply goes on, else a labelled row for each. */

import type { NodeEnvelope, Port } from "@hilo/flow-engine";
import { Handle, Position, useUpdateNodeInternals } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { litPort } from "../document/lit-path.ts";
import { ports, portWords } from "../document/ports.ts";
import { t } from "../i18n/t.ts";
import { connectedPorts } from "./by-node.ts";
import { useCanvas } from "./canvas-context.ts";
import { useFlow } from "./flow-context.tsx";
import classes from "./StepCard.module.css";

/** Ways out that most flows leave alone: drawn once they lead somewhere, or while the step alone is selected. */
const QUIET_PORTS: ReadonlySet<string> = new Set(["invalid", "timeout", "expired"]);
const isQuiet = (port: Port) => QUIET_PORTS.has(port.id) || (port.id === "failed" && port.optional === true);

/** The one way on of a step without options; it needs no words. */
function plainPort(node: NodeEnvelope): Port | undefined {
  const [first, second] = ports(node).filter((port) => !isQuiet(port));
  return first && !second ? first : undefined;
}

export function HeadPort({ node }: { node: NodeEnvelope }) {
  const port = plainPort(node);
  return port && port.id === "next" ? <OutHandle nodeId={node.id} port={port} /> : null;
}

interface PortRowsProps {
  node: NodeEnvelope;
  look: "button" | "row" | undefined;
  /** With the ways out that most flows leave alone. */
  expanded: boolean;
}

export function PortRows({ node, look, expanded }: PortRowsProps) {
  const connected = useFlow(useShallow((state) => connectedPorts(state.history.present.edges, node.id)));
  const inHead = plainPort(node)?.id === "next";
  const rows = ports(node).filter((port) =>
    isQuiet(port) ? expanded || connected.includes(port.id) : !(inHead && port.id === "next"),
  );
  useFreshHandles(node.id, rows);
  if (rows.length === 0) return null;
  return (
    <div className={classes.ports}>
      {rows.map((port) => (
        <PortRow key={port.id} nodeId={node.id} port={port} look={lookOf(port, look)} />
      ))}
    </div>
  );
}

/** React Flow keeps where handles are; rows that come, go or change places move them. It measures new cards by itself. */
function useFreshHandles(nodeId: string, rows: readonly Port[]) {
  const update = useUpdateNodeInternals();
  const order = rows.map((port) => port.id).join(" ");
  const drawn = useRef(order);
  useEffect(() => {
    if (drawn.current === order) return;
    drawn.current = order;
    update(nodeId);
  }, [nodeId, order, update]);
}

function lookOf(port: Port, look: "button" | "row" | undefined): string {
  if (isQuiet(port)) return "quiet";
  return look && !port.optional ? look : "plain";
}

function PortRow({ nodeId, port, look }: { nodeId: string; port: Port; look: string }) {
  const lit = useFlow((state) => state.lit.ports.has(litPort(nodeId, port.id)));
  return (
    <div className={classes.port} data-look={look} data-lit={lit || undefined}>
      <span className={classes.label}>
        {port.label.trim() === "" ? (
          <span className={classes.untitled}>{t("No title yet")}</span>
        ) : (
          portWords(port)
        )}
      </span>
      <OutHandle nodeId={nodeId} port={port} />
    </div>
  );
}

function OutHandle({ nodeId, port }: { nodeId: string; port: Port }) {
  const { openPicker } = useCanvas();
  const lit = useFlow((state) => state.lit.ports.has(litPort(nodeId, port.id)));
  const connected = useFlow((state) => connectedPorts(state.history.present.edges, nodeId).includes(port.id));
  return (
    <Handle
      type="source"
      id={port.id}
      position={Position.Right}
      className={classes.out}
      isConnectableEnd={false}
      data-connected={connected || undefined}
      data-lit={lit || undefined}
      title={connected ? undefined : t("Drag to a step, or click to add one")}
      onClick={(event) => {
        if (!connected) openPicker({ x: event.clientX, y: event.clientY }, { source: nodeId, port: port.id });
      }}
    />
  );
}
