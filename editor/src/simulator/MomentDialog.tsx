/** Until when time shall pass. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
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
    <FormDialog
      title={t("Let time pass until")}
      size="sm"
      submit={t("Let it pass")}
      blocked={wrong}
      onSubmit={() => onChoose(at.toISOString())}
      onClose={onClose}
    >
      <TextInput
        type="datetime-local"
        label={t("Day and time")}
        description={t("What the flow waits for on the way happens at its time.")}
        min={asLocalInput(from)}
        value={value}
        error={wrong && t("The clock only goes forward; a new chat begins in the present.")}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
