/** What every step that asks a language model has: the model, what it is told, and how much of the chat it sees. */
import { Group, NumberInput, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { ErrorPolicyFields } from "./ErrorPolicyFields.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { withOptional } from "./optional.ts";
import { SecretField } from "./SecretField.tsx";
import { TemplateField } from "./TemplateField.tsx";

interface AiData {
  url: string;
  model: string;
  secret?: string | undefined;
  system: string;
  history: number;
  maxTokens: number;
  temperature: number;
  timeoutSeconds: number;
  retries: number;
  onError: "branch" | "default" | "fail";
  defaultValue: string;
}

interface AiFieldsProps<D extends AiData> {
  data: D;
  onChange(data: D): void;
}

/** Above the fields of the step itself. */
export function InstructionsField<D extends AiData>({ data, onChange }: AiFieldsProps<D>) {
  return (
    <TemplateField
      label={t("What the model has to know")}
      placeholder={t("You help in a flower shop. Be brief and friendly. Prices: …")}
      description={t("Who it is, how it speaks, the facts it may use.")}
      minRows={4}
      value={data.system}
      onChange={(system) => onChange({ ...data, system })}
    />
  );
}

/** Below them. */
export function ModelFields<D extends AiData>({ data, onChange }: AiFieldsProps<D>) {
  const number = (key: "history" | "maxTokens" | "temperature", label: string, min: number, max: number) => (
    <NumberInput
      label={label}
      min={min}
      max={max}
      step={key === "temperature" ? 0.1 : 1}
      value={data[key]}
      onChange={(value) => typeof value === "number" && onChange({ ...data, [key]: value })}
    />
  );
  return (
    <>
      <Group grow align="flex-start">
        <TextInput
          label={t("Model")}
          placeholder="gpt-4o-mini"
          maxLength={200}
          value={data.model}
          onChange={(event) => onChange({ ...data, model: event.currentTarget.value })}
        />
        <SecretField
          description={t("Holds the endpoint's key.")}
          value={data.secret}
          onChange={(secret) => onChange(withOptional(data, "secret", secret))}
        />
      </Group>
      <MoreFields title={t("Endpoint and answer")} used={false}>
        <TextInput
          label={t("Address of the endpoint")}
          description={t("Any endpoint that speaks as OpenAI's does.")}
          maxLength={2_000}
          value={data.url}
          onChange={(event) => onChange({ ...data, url: event.currentTarget.value })}
        />
        <Group grow>
          {number("history", t("Messages it sees"), 0, 30)}
          {number("maxTokens", t("Longest answer (tokens)"), 1, 32_000)}
          {number("temperature", t("Variety"), 0, 2)}
        </Group>
      </MoreFields>
      <ErrorPolicyFields data={data} onChange={onChange} />
    </>
  );
}
