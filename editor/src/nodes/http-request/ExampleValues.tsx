/** A field for each value that fills the request in. */
import { Button, Input, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { exampleText, type TypedValues } from "./example-values.ts";
import classes from "./http-request.module.css";

interface ExampleValuesProps {
  paths: readonly string[];
  examples: Readonly<Record<string, unknown>>;
  typed: TypedValues;
  onChange(typed: TypedValues): void;
}

export function ExampleValues({ paths, examples, typed, onChange }: ExampleValuesProps) {
  if (paths.length === 0) return null;
  const changed = paths.some((path) => Object.hasOwn(typed, path));
  return (
    <div>
      <div className={classes.head}>
        <Input.Label>{t("With these values")}</Input.Label>
        {changed && (
          <Button variant="subtle" size="compact-xs" onClick={() => onChange({})}>
            {t("Back to the examples")}
          </Button>
        )}
      </div>
      <div className={classes.values}>
        {paths.map((path) => (
          <TextInput
            key={path}
            size="xs"
            label={path}
            classNames={{ label: classes.path ?? "" }}
            value={typed[path] ?? exampleText(examples, path)}
            onChange={(event) => onChange({ ...typed, [path]: event.currentTarget.value })}
          />
        ))}
      </div>
    </div>
  );
}
