/** How much a problem matters, as a sign. */

import type { Problem } from "@hilo/flow-engine";
import { IconAlertTriangle, IconBulb, IconCircleX } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";

export function ProblemIcon({ severity }: Pick<Problem, "severity">) {
  switch (severity) {
    case "error":
      return <IconCircleX size={17} aria-label={t("Error")} />;
    case "warning":
      return <IconAlertTriangle size={17} aria-label={t("Warning")} />;
    case "info":
      return <IconBulb size={17} aria-label={t("Hint")} />;
  }
}
