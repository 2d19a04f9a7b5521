/** Beside a chat: the flow with the customer's way through it, small; and large in a dialog. */
import { ActionIcon, Modal, Skeleton, Tooltip } from "@mantine/core";
import { IconMaximize } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { FlowDocument } from "../document/flow-document.ts";
import type { LitPath } from "../document/lit-path.ts";
import { t } from "../i18n/t.ts";
import styles from "./SessionCanvas.module.css";

/** The canvas is fetched only when somebody looks at one. */
const StillCanvas = lazy(async () => ({ default: (await import("../canvas/StillCanvas.tsx")).StillCanvas }));

/** Two cards fit beside a chat. */
const SMALL = 0.5;
const LARGE = 0.85;

interface SessionCanvasProps {
  flowName: string;
  doc: FlowDocument | undefined;
  /** Of the version that is drawn: another one is another drawing. */
  versionId: string;
  lit: LitPath;
}

export function SessionCanvas({ flowName, doc, versionId, lit }: SessionCanvasProps) {
  const [large, setLarge] = useState(false);
  if (!doc) return <Skeleton height={220} radius="md" />;
  const drawing = (zoom: number, controls: boolean) => (
    <Suspense fallback={<Skeleton height="100%" />}>
      <StillCanvas key={versionId} doc={doc} lit={lit} zoom={zoom} controls={controls} />
    </Suspense>
  );
  return (
    <div className={styles.frame}>
      {/* The list of steps says the same to who can't see it. */}
      <div className={styles.small} aria-hidden>
        {drawing(SMALL, false)}
      </div>
      <Tooltip label={t("Enlarge")}>
        <ActionIcon
          className={styles.enlarge ?? ""}
          variant="default"
          size={30}
          aria-label={t("Enlarge the drawing")}
          onClick={() => setLarge(true)}
        >
          <IconMaximize size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={large} onClose={() => setLarge(false)} title={flowName} size="min(1180px, 94vw)">
        <div className={styles.large}>{drawing(LARGE, true)}</div>
      </Modal>
    </div>
  );
}
