/** A stored secret by its name: what it holds never comes into a flow. */
import { TextInput } from "@mantine/core";

interface SecretFieldProps {
  label?: string;
  description: string;
  value: string | undefined;
  onChange(name: string | undefined): void;
}

export function SecretField({ label = "Secret", description, value = "", onChange }: SecretFieldProps) {
  return (
    <TextInput
      label={label}
      description={`${description} Its value never shows up in flows.`}
      placeholder="name of a stored secret"
      maxLength={64}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.trim() || undefined)}
    />
  );
}
