/** What a contact wants to hear about, or no more. */
import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { namesQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";

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
      label={t("Topic")}
      description={description}
      placeholder={t("offers")}
      maxLength={MAX_TOPIC_CHARS}
      data={known}
      value={value}
      onChange={onChange}
    />
  );
}
