/** A time of day, as `09:00`. */
import { TextInput } from "@mantine/core";

interface TimeInputProps {
  label: string;
  value: string;
  onChange(time: string): void;
}

/** The browser's own field: while it is not filled in, nothing changes. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <TextInput
      size="xs"
      type="time"
      label={label}
      value={value}
      onChange={(event) =>
        event.currentTarget.value !== "" && onChange(event.currentTarget.value.slice(0, 5))
      }
    />
  );
}
