/** What every question has: where the answer goes, what happens on a wrong one, and how long to wait. */
import { NumberInput, Stack } from "@mantine/core";
import { TimeoutField } from "./MinutesField.tsx";
import { withOptional } from "./optional.ts";
import { TemplateField } from "./TemplateField.tsx";

interface AnswerData {
  invalidText?: string | undefined;
  retries: number;
  timeoutMinutes?: number | undefined;
}

interface AnswerFieldsProps<D extends AnswerData> {
  data: D;
  onChange(data: D): void;
  /** Characters of the text on a wrong answer. */
  limit: number;
  /** What the text on a wrong answer could be. */
  example?: string;
}

export function AnswerFields<D extends AnswerData>(props: AnswerFieldsProps<D>) {
  const { data, onChange, limit, example = "Please choose one of the options." } = props;
  return (
    <Stack gap="md">
      <TemplateField
        label="If the answer doesn't fit, say"
        placeholder={example}
        minRows={2}
        limit={limit}
        value={data.invalidText ?? ""}
        onChange={(text) => onChange(withOptional(data, "invalidText", text))}
      />
      <NumberInput
        label="Ask again at most"
        description="Then the “Wrong answer” way out is taken, if it leads somewhere."
        suffix={data.retries === 1 ? " time" : " times"}
        min={0}
        max={10}
        w={200}
        value={data.retries}
        onChange={(value) => typeof value === "number" && onChange({ ...data, retries: Math.round(value) })}
      />
      <TimeoutField
        label="Go on without an answer"
        description="After a while the “No answer in time” way out is taken."
        minutes={data.timeoutMinutes}
        onChange={(minutes) => onChange(withOptional(data, "timeoutMinutes", minutes))}
      />
    </Stack>
  );
}
