/** What every question has: where the answer goes, what happens on a wrong one, and how long to wait. */
import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../../i18n/t.ts";
import type { Framed } from "./flow-channels.ts";
import { MessageField } from "./MessageField.tsx";
import { TimeoutField } from "./MinutesField.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { withOptional } from "./optional.ts";

interface AnswerData {
  invalidText?: string | undefined;
  retries: number;
  timeoutMinutes?: number | undefined;
}

interface AnswerFieldsProps<D extends AnswerData> {
  data: D;
  onChange(data: D): void;
  /** What the text on a wrong answer stands beside. */
  beside?: Framed;
  /** What the text on a wrong answer could be. */
  example?: string;
  title?: string;
  /** Further fields, and whether one of them is filled in. */
  children?: ReactNode;
  moreUsed?: boolean;
}

export function AnswerFields<D extends AnswerData>(props: AnswerFieldsProps<D>) {
  const { data, onChange, beside, children, moreUsed = false } = props;
  const { example = t("Please choose one of the options."), title = t("Wrong or no answer") } = props;
  const used = data.invalidText !== undefined || data.timeoutMinutes !== undefined || moreUsed;
  return (
    <MoreFields title={title} used={used}>
      <MessageField
        label={t("If the answer doesn't fit, say")}
        placeholder={example}
        minRows={2}
        {...(beside && { beside })}
        value={data.invalidText ?? ""}
        onChange={(text) => onChange(withOptional(data, "invalidText", text))}
      />
      <NumberInput
        label={t("Ask again at most")}
        description={t("Then the “Wrong answer” way out is taken, if it leads somewhere.")}
        suffix={` ${data.retries === 1 ? t("time") : t("times")}`}
        min={0}
        max={10}
        w={200}
        value={data.retries}
        onChange={(value) => typeof value === "number" && onChange({ ...data, retries: Math.round(value) })}
      />
      <TimeoutField
        label={t("Go on without an answer")}
        description={t("After a while the “No answer in time” way out is taken.")}
        minutes={data.timeoutMinutes}
        onChange={(minutes) => onChange(withOptional(data, "timeoutMinutes", minutes))}
      />
      {children}
    </MoreFields>
  );
}
