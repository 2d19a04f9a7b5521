/** On a line: how many went along it, and which share of those who came to its step. */
import { VisuallyHidden } from "@mantine/core";
import { EdgeLabelRenderer } from "@xyflow/react";
import { t } from "../i18n/t.ts";
import type { PortTraffic } from "./step-traffic.ts";
import classes from "./Traffic.module.css";
import { countWords, shareWords } from "./traffic-words.ts";

interface EdgeShareProps {
  traffic: PortTraffic;
  /** The middle of the line. */
  x: number;
  y: number;
}

export function EdgeShare({ traffic: { runs, share }, x, y }: EdgeShareProps) {
  if (runs === 0) return null;
  const values = { count: countWords(runs), share: shareWords(share) };
  return (
    <EdgeLabelRenderer>
      <div className={classes.place} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <span className={classes.share}>
          <span aria-hidden>
            <b>{values.count}</b> {values.share}
          </span>
          <VisuallyHidden>{t("{count} went this way, {share} of those who came", values)}</VisuallyHidden>
        </span>
      </div>
    </EdgeLabelRenderer>
  );
}
