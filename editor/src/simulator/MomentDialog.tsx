/** Until when time shall pass. */
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import { asLocalInput } from "./simulated-clock.ts";

interface MomentDialogProps {
  /** The person's time now. */
  from: Date;
  onChoose: (iso: string) => void;
  onClose: () => void;
}

export function MomentDialog({ from, onChoose, onClose }: MomentDialogProps) {
  const [value, setValue] = useState(() => asLocalInput(new Date(from.getTime() + 3_600_000)));
  const at = new Date(value);
  const wrong = !(at.getTime() > from.getTime());
  return (
    <Modal opened onClose={onClose} title={t("Let time pass until")} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!wrong) onChoose(at.toISOString());
        }}
      >
        <Stack gap="md">
          <TextInput
            type="datetime-local"
            label={t("Day and time")}
            description={t("What the flow waits for on the way happens at its time.")}
            min={asLocalInput(from)}
            value={value}
            error={wrong && t("The clock only goes forward; a new chat begins in the present.")}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" disabled={wrong}>
              {t("Let it pass")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
