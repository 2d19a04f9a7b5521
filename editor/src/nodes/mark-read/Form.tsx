/** There is nothing to choose. */

import { Text } from "@mantine/core";
import { t } from "../../i18n/t.ts";

export function Form() {
  return (
    <Text size="sm" c="dimmed">
      {t(
        "The customer sees that everything written so far has been read: blue ticks on WhatsApp, “Seen” on Instagram and Messenger.",
      )}
    </Text>
  );
}
