/** A thread with knots: the drawing of empty, lost and broken pages. */

/** How the thread runs: resting, ending in the open, or snapped. */
export type ThreadShape = "calm" | "lost" | "snapped";

const PATHS: Record<ThreadShape, string[]> = {
  calm: ["M6 62 C40 62 44 22 78 22 S118 66 150 58 S196 26 214 30"],
  lost: ["M6 62 C40 62 44 22 78 22 S112 70 128 60 S116 34 104 46 S128 82 158 66 S186 40 196 52"],
  snapped: ["M6 62 C40 62 44 22 78 22 S98 40 102 48", "M128 66 C140 72 158 60 168 50 S200 28 214 30"],
};
const KNOTS: Record<ThreadShape, [number, number][]> = {
  calm: [
    [6, 62],
    [78, 22],
    [150, 58],
    [214, 30],
  ],
  lost: [
    [6, 62],
    [78, 22],
  ],
  snapped: [
    [6, 62],
    [78, 22],
    [214, 30],
  ],
};

export function Thread({ shape = "calm", width = 200 }: { shape?: ThreadShape; width?: number }) {
  return (
    <svg width={width} viewBox="0 0 220 92" aria-hidden="true" style={{ maxWidth: "100%" }}>
      {PATHS[shape].map((d) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke="var(--hilo-accent)"
          strokeWidth="2.5"
          strokeLinecap="round"
          opacity="0.75"
        />
      ))}
      {KNOTS[shape].map(([x, y], i) => (
        <circle
          key={`${x}-${y}`}
          cx={x}
          cy={y}
          r={i === 0 ? 5.5 : 5}
          fill={i === 0 ? "var(--hilo-accent)" : "var(--hilo-surface)"}
          stroke="var(--hilo-accent)"
          strokeWidth="2.5"
        />
      ))}
    </svg>
  );
}
