/** One line with a live counter, as `17/20`. */
import { TextInput, type TextInputProps } from "@mantine/core";
import { counted } from "./count.ts";
import classes from "./fields.module.css";

interface CountedInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onChange(value: string): void;
  limit: number;
}

export function CountedInput({ value, onChange, limit, ...rest }: CountedInputProps) {
  const { label, over } = counted(value, limit);
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSectionWidth={56}
      rightSectionPointerEvents="none"
      rightSection={
        <span className={classes.inCount} data-over={over || undefined}>
          {label}
        </span>
      }
      error={rest.error ?? over}
    />
  );
}
