/** How long the sign is shown. */

import { NumberInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

/** As in the format: WhatsApp's own sign goes away after 25 seconds. */
const SECONDS = { min: 0.5, max: 25 };

export function Form({ data, onChange }: FormProps<NodeData<"typing">>) {
  return (
    <NumberInput
      label={t("Seconds")}
      description={t("The flow goes on when they are over.")}
      {...SECONDS}
      step={0.5}
      decimalScale={1}
      w={160}
      value={data.seconds}
      onChange={(seconds) => typeof seconds === "number" && onChange({ ...data, seconds })}
    />
  );
}
