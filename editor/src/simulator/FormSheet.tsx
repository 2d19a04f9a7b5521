/** The answer to a form: its fields live at the platform, so they are named here by hand. */
import type { MessageContent } from "@hilo/flow-engine";
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import { byName, NamedValues } from "./NamedValues.tsx";
import type { PhoneMessage } from "./phone-message.ts";

interface FormSheetProps {
  form: Extract<MessageContent, { type: "form" }>;
  /** waMessageId of the form's message. */
  replyTo: string | null;
  onSend: (message: PhoneMessage) => void;
  onClose: () => void;
}

const MAX_FIELDS = 30;

export function FormSheet({ form, replyTo, onSend, onClose }: FormSheetProps) {
  const [fields, setFields] = useState(() => {
    const names = Object.keys(form.data ?? {});
    return (names.length > 0 ? names : ["answer"]).map((name) => ({ name, value: "" }));
  });
  const submit = () => {
    onSend({ type: "form", values: byName(fields), token: form.token, ...(replyTo !== null && { replyTo }) });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={form.button} size="md">
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("The form itself opens on a real phone. Name the fields that it sends back, and fill them in.")}
        </Text>
        <NamedValues of="field" items={fields} most={MAX_FIELDS} onChange={setFields} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button onClick={submit}>{t("Send the form")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
