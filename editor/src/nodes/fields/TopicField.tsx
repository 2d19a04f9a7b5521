/** What a contact wants to hear about, or no more. */
import { TextInput } from "@mantine/core";

/** As in the format. */
const MAX_TOPIC_CHARS = 80;

interface TopicFieldProps {
  description: string;
  value: string | undefined;
  onChange(topic: string): void;
}

export function TopicField({ description, value = "", onChange }: TopicFieldProps) {
  return (
    <TextInput
      label="Topic"
      description={description}
      placeholder="offers"
      maxLength={MAX_TOPIC_CHARS}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
