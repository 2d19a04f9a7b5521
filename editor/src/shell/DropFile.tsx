/** A place to drop a file on, or to choose one by a button. */

import { Button, FileButton } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { t } from "../i18n/t.ts";
import styles from "./DropFile.module.css";

interface DropFileProps {
  /** Endings: `.json`. */
  accept: string;
  busy?: boolean;
  onFile(file: File): void;
  children: ReactNode;
}

export function DropFile({ accept, busy = false, onFile, children }: DropFileProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <IconFileImport size={30} stroke={1.5} aria-hidden />
      <div>{children}</div>
      <FileButton accept={accept} onChange={(file) => file && onFile(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={busy}>
            {t("Choose a file")}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
