/** What a contact wants to hear about, or no more. */
import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { namesQuery } from "../../api/queries.ts";

/** As in the format. */
const MAX_TOPIC_CHARS = 80;

interface TopicFieldProps {
  description: string;
  value: string | undefined;
  onChange(topic: string): void;
}

export function TopicField({ description, value = "", onChange }: TopicFieldProps) {
  const known = useQuery(namesQuery).data?.topics ?? [];
  return (
    <Autocomplete
      label="Topic"
      description={description}
      placeholder="offers"
      maxLength={MAX_TOPIC_CHARS}
      data={known}
      value={value}
      onChange={onChange}
    />
  );
}
