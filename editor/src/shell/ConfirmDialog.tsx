/** Asks before something that can't be taken back. */

import { Button, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";

export interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** What the button does, as "Delete the flow". */
  confirm: string;
  /** Something is lost by it. */
  careful?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  careful = true,
  busy = false,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="sm">
      <Text component="div" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {children}
      </Text>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t("Cancel")}
        </Button>
        <Button color={careful ? "red" : "mulberry"} loading={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
