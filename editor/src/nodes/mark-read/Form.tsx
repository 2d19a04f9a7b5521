/** There is nothing to choose. */
import { Text } from "@mantine/core";

export function Form() {
  return (
    <Text size="sm" c="dimmed">
      The customer sees that everything written so far has been read: blue ticks on WhatsApp, “Seen” on
      Instagram and Messenger.
    </Text>
  );
}
