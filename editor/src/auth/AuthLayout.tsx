/** The frame of the pages before signing in: what Hilo is at the left, one form at the right. */

import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";
import { Logo } from "../shell/Logo.tsx";
import styles from "./AuthLayout.module.css";

export interface AuthLayoutProps {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}

export function AuthLayout({ title, about, children }: AuthLayoutProps) {
  return (
    <div className={styles.layout}>
      <title>{`${title} · Hilo`}</title>
      <aside className={styles.side}>
        <div className={styles.brand}>
          <Logo size={36} />
          <span>Hilo</span>
        </div>
        <Conversation />
        <p className={styles.motto}>{t("Draw it, prove it, publish it, watch it.")}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.form}>
          <div className={styles.brandSmall}>
            <Logo size={34} />
          </div>
          <h1 className={styles.title}>{title}</h1>
          {about && <div className={styles.about}>{about}</div>}
          {children}
        </div>
      </main>
    </div>
  );
}

/** A conversation on a thread: three bubbles and the line that ties them. */
function Conversation() {
  return (
    <svg className={styles.drawing} viewBox="0 0 360 300" aria-hidden="true">
      <path
        d="M52 34 C52 92 300 62 300 122 S70 150 70 208 S214 250 290 262"
        fill="none"
        stroke="#fff"
        strokeOpacity="0.42"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <Bubble x={34} y={12} width={112} fill="#fff" lines={[64]} />
      <Bubble x={166} y={92} width={168} fill="#a45a88" lines={[120, 84]} light />
      <Bubble x={34} y={182} width={136} fill="#fff" lines={[88]} />
      <circle cx="290" cy="262" r="13" fill="#fff" />
      <path
        d="m284 262 4.5 4.5 8-9"
        fill="none"
        stroke="#93386a"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

interface BubbleProps {
  x: number;
  y: number;
  width: number;
  fill: string;
  /** Length of each line of writing. */
  lines: number[];
  light?: boolean;
}

function Bubble({ x, y, width, fill, lines, light = false }: BubbleProps) {
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={26 + lines.length * 16}
        rx="14"
        fill={fill}
        stroke="#fff"
        strokeOpacity={light ? 0.5 : 0}
      />
      {lines.map((length, i) => (
        <rect
          key={length}
          x={x + 18}
          y={y + 18 + i * 16}
          width={length}
          height="6"
          rx="3"
          fill={light ? "#fff" : "#93386a"}
          opacity={light ? 0.85 : 0.35}
        />
      ))}
    </g>
  );
}
