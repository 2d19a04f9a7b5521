/** One line for a text of a set form: what is typed counts once it can be read, and what can't be read goes when left. */
import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";

interface CheckedInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onChange(value: string): void;
  /** The form in which it is kept; null when the text can't be read. */
  read(text: string): string | null;
}

export function CheckedInput({ value, onChange, read, ...rest }: CheckedInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const unreadable = typed !== null && read(typed) === null;
  const leave = () => {
    const kept = typed === null ? null : read(typed);
    if (kept !== null && kept !== value) onChange(kept);
    setTyped(null);
  };
  return (
    <TextInput
      {...rest}
      value={typed ?? value}
      error={unreadable}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        // Written out in full it counts at once; shorthand waits until it is left.
        if (read(text) === text && text !== value) onChange(text);
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Enter" && leave()}
    />
  );
}
