/** The name of a variable: any of the flow's, or a new one. */
import { Autocomplete, type AutocompleteProps } from "@mantine/core";
import { useDocument } from "../../canvas/flow-context.tsx";
import { CONTACT_PATHS, variablesSet } from "../../document/variables.ts";
import { t } from "../../i18n/t.ts";

interface VariableNameFieldProps extends Omit<AutocompleteProps, "value" | "onChange" | "data"> {
  value: string;
  onChange(value: string): void;
  /** Also offer what is known of the contact: for reading, never for saving. */
  reads?: boolean;
}

export function VariableNameField({ value, onChange, reads = false, ...rest }: VariableNameFieldProps) {
  const doc = useDocument();
  const names = variablesSet(doc);
  const known = reads ? [...names, ...CONTACT_PATHS.map(({ path }) => path)] : names;
  return (
    <Autocomplete
      placeholder={reads ? t("answer") : t("a short name, as answer")}
      {...rest}
      data={[...new Set(known)].filter((name) => name !== value)}
      value={value}
      maxLength={reads ? 200 : 64}
      onChange={(next) => onChange(reads ? next : variableName(next))}
    />
  );
}

/** Spaces would make it unreadable in `{{ … }}`. */
export function variableName(typed: string): string {
  return typed.trimStart().replace(/\s+/g, "_");
}
