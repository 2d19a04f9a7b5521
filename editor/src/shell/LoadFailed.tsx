/** Something could not be read: what, why, and a way to try again. */

import { Box, Button } from "@mantine/core";
import { toApiError } from "../api/api-error.ts";
import { t } from "../i18n/t.ts";
import { Notice } from "./Notice.tsx";

export interface LoadFailedProps {
  /** Begins the sentence, as "The flows". */
  what: string;
  error: unknown;
  onRetry: () => void;
  fill?: boolean;
  small?: boolean;
}

export function LoadFailed({ what, error, onRetry, fill = false, small = false }: LoadFailedProps) {
  return (
    <Box h={fill ? "100dvh" : undefined} role="alert">
      <Notice
        shape="snapped"
        title={t("{what} could not be loaded", { what })}
        fill={fill}
        small={small}
        actions={
          <Button variant="default" onClick={onRetry}>
            {t("Try again")}
          </Button>
        }
      >
        {toApiError(error).message}
      </Notice>
    </Box>
  );
}
