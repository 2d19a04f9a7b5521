/** A soft line between two steps; pointing at it shows what it stands for, a plus and a cut. */

import { ActionIcon } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { EdgeLabelRenderer, type EdgeProps, getBezierPath } from "@xyflow/react";
import { memo, useEffect, useRef, useState } from "react";
import { findNode } from "../document/flow-document.ts";
import { ports, portWords } from "../document/ports.ts";
import { t } from "../i18n/t.ts";
import { EdgeShare } from "../traffic/EdgeShare.tsx";
import { lineWidth, portTraffic } from "../traffic/step-traffic.ts";
import { useCanvas } from "./canvas-context.ts";
import type { StepEdge as Edge } from "./derive.ts";
import { useFlow } from "./flow-context.tsx";
import classes from "./StepEdge.module.css";

/** Time to get from the line to its buttons. */
const LEAVE_MS = 220;

export const StepEdge = memo(function StepEdge(props: EdgeProps<Edge>) {
  const { id, source, sourceHandleId, selected, data } = props;
  const [path, labelX, labelY] = getBezierPath({ ...props, curvature: 0.32 });
  const [shown, enter, leave] = useLingering();
  const readOnly = useFlow((state) => state.readOnly);
  const mark = useFlow((state) => state.marks.get(id));
  const lit = data?.lit === true;
  const counting = useFlow((state) => state.traffic !== null);
  const from = useFlow((state) => state.traffic?.get(source));
  const traffic = portTraffic(from, sourceHandleId ?? "next");
  const tools = (shown || selected === true) && !readOnly;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the edge itself takes focus; this only shows its buttons */}
      <g
        className={classes.edge}
        data-lit={lit || undefined}
        data-selected={selected || undefined}
        data-mark={mark}
        data-traffic={counting ? (traffic && traffic.runs > 0 ? "some" : "none") : undefined}
        onMouseEnter={enter}
        onMouseLeave={leave}
      >
        <path
          d={path}
          className={`react-flow__edge-path ${classes.line}`}
          style={counting ? { strokeWidth: lineWidth(traffic?.share ?? 0) } : undefined}
        />
        {lit && <path d={path} className={classes.flow} />}
        <path
          d={path}
          fill="none"
          stroke="transparent"
          strokeWidth={22}
          className="react-flow__edge-interaction"
        />
      </g>
      {traffic && !tools && <EdgeShare traffic={traffic} x={labelX} y={labelY} />}
      {tools && (
        <EdgeLabelRenderer>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the buttons while the pointer is on them */}
          <div
            className={`${classes.tools} nopan nodrag`}
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`, zIndex: 10 }}
            onMouseEnter={enter}
            onMouseLeave={leave}
          >
            <EdgeTools edgeId={id} source={source} port={sourceHandleId ?? "next"} />
          </div>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

function EdgeTools({ edgeId, source, port }: { edgeId: string; source: string; port: string }) {
  const { openEdgePicker } = useCanvas();
  const run = useFlow((state) => state.run);
  const label = useFlow((state) => {
    const node = findNode(state.history.present, source);
    const way = node && port !== "next" ? ports(node).find(({ id }) => id === port) : undefined;
    return way && portWords(way);
  });
  return (
    <>
      {label && <span className={classes.label}>{label}</span>}
      <ActionIcon
        size={24}
        radius="xl"
        variant="subtle"
        aria-label={t("Insert a step here")}
        onClick={(event) => openEdgePicker({ x: event.clientX, y: event.clientY }, edgeId)}
      >
        <IconPlus size={14} />
      </ActionIcon>
      <ActionIcon
        size={24}
        radius="xl"
        variant="subtle"
        color="gray"
        aria-label={t("Cut this connection")}
        onClick={() => run({ type: "disconnect", args: { edgeIds: [edgeId] } })}
      >
        <IconX size={14} />
      </ActionIcon>
    </>
  );
}

/** True from entering until a little after leaving. */
function useLingering(): [boolean, () => void, () => void] {
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const enter = () => {
    clearTimeout(timer.current);
    setShown(true);
  };
  const leave = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(false), LEAVE_MS);
  };
  return [shown, enter, leave];
}
