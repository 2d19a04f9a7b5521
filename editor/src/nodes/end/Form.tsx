/** Nothing to set: a word on what happens here. */

import { Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

export function Form(_: FormProps<NodeData<"end">>) {
  return (
    <Text size="sm" c="dimmed">
      {t(
        "The flow ends here. If another flow ran this one, that one goes on. The next message can start any flow.",
      )}
    </Text>
  );
}
