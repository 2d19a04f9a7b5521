/** What every step whose work is done outside has: how long it waits, how often it tries, and what follows a failure. */
import { Group, NumberInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { MoreFields } from "./MoreFields.tsx";
import { SelectField } from "./SelectField.tsx";
import { TemplateField } from "./TemplateField.tsx";

interface PolicyData {
  timeoutSeconds: number;
  retries: number;
  onError: "branch" | "default" | "fail";
  defaultValue: string;
}

const ON_ERROR = {
  // t:
  branch: "take the way out “Failed”",
  default: "go on with a value of your own",
  fail: "end the session",
} as const;

/** As in the format. */
const MAX_SECONDS = 60;
const MAX_RETRIES = 5;

interface ErrorPolicyFieldsProps<D extends PolicyData> {
  data: D;
  onChange(data: D): void;
}

export function ErrorPolicyFields<D extends PolicyData>({ data, onChange }: ErrorPolicyFieldsProps<D>) {
  return (
    <MoreFields title={t("When it fails")} used={data.onError !== "branch"}>
      <SelectField
        label={t("Then")}
        options={ON_ERROR}
        value={data.onError}
        onChange={(onError) => onChange({ ...data, onError })}
      />
      {data.onError === "default" && (
        <TemplateField
          label={t("Value to go on with")}
          description={t("JSON when it is JSON, else a text; empty: nothing.")}
          minRows={1}
          mono
          value={data.defaultValue}
          onChange={(defaultValue) => onChange({ ...data, defaultValue })}
        />
      )}
      <Group grow>
        <NumberInput
          label={t("Give up after")}
          suffix=" s"
          min={1}
          max={MAX_SECONDS}
          value={data.timeoutSeconds}
          onChange={(value) =>
            typeof value === "number" && onChange({ ...data, timeoutSeconds: Math.round(value) })
          }
        />
        <NumberInput
          label={t("Further tries")}
          min={0}
          max={MAX_RETRIES}
          value={data.retries}
          onChange={(value) => typeof value === "number" && onChange({ ...data, retries: Math.round(value) })}
        />
      </Group>
    </MoreFields>
  );
}
