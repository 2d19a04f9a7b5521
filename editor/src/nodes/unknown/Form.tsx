/** The raw data, to read. */

import { Code, Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { FormProps } from "../node-ui.ts";

export function Form({ data }: FormProps<unknown>) {
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(
          "This step was made by another version of Hilo. It can't be edited here, and a flow with it can't be published.",
        )}
      </Text>
      <Code block>{JSON.stringify(data, null, 2)}</Code>
    </>
  );
}
