/** A dialog with a form: its fields, the way out, and what sends it. */
import { Button, Group, Modal, type ModalProps, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../i18n/t.ts";

interface FormDialogProps {
  title: string;
  /** What the button says that sends it. */
  submit: string;
  /** Something is missing or wrong: it can't be sent. */
  blocked?: boolean;
  /** It is being sent. */
  saving?: boolean;
  size?: ModalProps["size"];
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, submit, blocked = false, saving = false, size = "md", onSubmit, onClose, children } = props;
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // React would hand the submit on to a form that the dialog was opened from.
          event.stopPropagation();
          if (!blocked) onSubmit();
        }}
      >
        <Stack gap="md">
          {children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" loading={saving} disabled={blocked}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
