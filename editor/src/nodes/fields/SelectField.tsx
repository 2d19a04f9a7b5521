/** A choice of a few things the format names: what is picked is one of them. */
import { Select } from "@mantine/core";
import { t } from "../../i18n/t.ts";

interface SelectFieldProps<T extends string> {
  label: string;
  /** Its label stands elsewhere; this one is for people who can't see it. */
  hidden?: boolean;
  description?: string;
  /** Value → how it is called, in order. */
  options: Readonly<Record<T, string>>;
  value: T;
  onChange(value: T): void;
  size?: "xs" | "sm";
  w?: number;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { label, hidden = false, description, options, value, onChange, size = "sm", w } = props;
  const isOption = (candidate: string | null): candidate is T =>
    candidate !== null && Object.hasOwn(options, candidate);
  return (
    <Select
      {...(hidden ? { "aria-label": label } : { label })}
      description={description}
      size={size}
      w={w}
      data={Object.entries<string>(options).map(([key, name]) => ({ value: key, label: t(name) }))}
      value={value}
      allowDeselect={false}
      onChange={(next) => isOption(next) && onChange(next)}
    />
  );
}
