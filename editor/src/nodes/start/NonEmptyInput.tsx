/** A line that the format takes only filled in, and perhaps only in a certain form. */
import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { t } from "../../i18n/t.ts";

interface NonEmptyInputProps extends Omit<TextInputProps, "value" | "onChange" | "error"> {
  label: string;
  value: string;
  max: number;
  onChange(value: string): void;
  /** What is wrong with a text, as a sentence; null when nothing is. */
  problem?(value: string): string | null;
}

/** Can be emptied while typing; what is kept is the last text that was right. */
export function NonEmptyInput({ value, max, onChange, problem, ...rest }: NonEmptyInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      size="xs"
      {...rest}
      maxLength={max}
      value={draft ?? value}
      error={
        draft === null
          ? undefined
          : `${reason(draft, problem)} ${t("“{value}” stays until you type something else.", { value })}`
      }
      onChange={(event) => {
        const next = event.currentTarget.value;
        const isRight = reason(next, problem) === null;
        setDraft(isRight ? null : next);
        if (isRight) onChange(next);
      }}
      onBlur={() => setDraft(null)}
    />
  );
}

function reason(text: string, problem?: (value: string) => string | null): string | null {
  return text.trim() === "" ? t("Empty.") : (problem?.(text) ?? null);
}
