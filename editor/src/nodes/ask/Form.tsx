/** A question, the kind of answer it takes, and where that goes. */
import { ASK_KINDS, CHANNEL_LIMITS, ratingMarks } from "@hilo/flow-engine";
import { Group, NumberInput, Select, Switch, TextInput } from "@mantine/core";
import { t } from "../../i18n/t.ts";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { MessageField } from "../fields/MessageField.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { AskPreview } from "./AskPreview.tsx";
import { ASK_WORDS, BOUND_WORDS, MOMENT_WORDS, WRONG_EXAMPLES } from "./ask-words.ts";
import { OptionFields } from "./OptionFields.tsx";

type AskFormProps = FormProps<NodeData<"ask">>;

export function Form(props: AskFormProps) {
  const { data, onChange, nextOption } = props;
  return (
    <>
      <MessageField
        label={t("Question")}
        placeholder={t("What's your e-mail address?")}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <Select
        label={t("The answer is")}
        data={ASK_KINDS.map((value) => ({ value, label: t(ASK_WORDS[value]) }))}
        value={data.kind}
        allowDeselect={false}
        onChange={(value) => {
          const kind = ASK_KINDS.find((candidate) => candidate === value);
          if (kind) onChange(ofKind(data, kind, nextOption));
        }}
      />
      {data.kind === "choice" && <OptionFields {...props} />}
      {(data.kind === "yes-no" || data.kind === "rating") && (
        <Switch
          label={t("Offer the answers to be tapped")}
          description={
            data.kind === "rating" && ratingMarks(data).length > CHANNEL_LIMITS.whatsapp.list.rows
              ? t("More than ten marks fit no list: they are asked in words, and written.")
              : t("As buttons or a list, in the customer's language. They may be written all the same.")
          }
          checked={data.offer ?? false}
          onChange={(event) =>
            onChange(withOptional(data, "offer", event.currentTarget.checked || undefined))
          }
        />
      )}
      <VariableNameField
        label={t("Remember it as")}
        value={data.saveAs}
        error={data.saveAs === "" && t("Give it a name, so that later steps can use it.")}
        onChange={(saveAs) => onChange({ ...data, saveAs })}
      />
      <MoreFields title={t("Rules for the answer")} used={hasRules(data)}>
        <RuleFields {...props} />
      </MoreFields>
      <AnswerFields
        data={data}
        onChange={onChange}
        example={t(WRONG_EXAMPLES[data.kind])}
        moreUsed={data.outsideText !== undefined}
      >
        {(BOUND_WORDS[data.kind] ?? MOMENT_WORDS[data.kind] ?? data.multiple) && (
          <MessageField
            label={t("If it is outside the rules, say instead")}
            placeholder={t("Please stay within the limits.")}
            minRows={2}
            value={data.outsideText ?? ""}
            onChange={(text) => onChange(withOptional(data, "outsideText", text))}
          />
        )}
      </AnswerFields>
      <AskPreview data={data} />
    </>
  );
}

/** A choice begins with an option to fill in; what belongs to other kinds goes. */
function ofKind(data: NodeData<"ask">, kind: NodeData<"ask">["kind"], nextOption: number): NodeData<"ask"> {
  const {
    options,
    multiple: _multiple,
    offer: _offer,
    earliest: _earliest,
    latest: _latest,
    ...others
  } = data;
  const { pattern: _pattern, min: _min, max: _max, ...rest } = others;
  if (kind !== "choice") return { ...rest, kind };
  return { ...rest, kind, options: options ?? [{ id: `opt-${nextOption}`, title: "" }] };
}

function RuleFields({ data, onChange }: AskFormProps) {
  const bounds = BOUND_WORDS[data.kind];
  const bound = (key: "min" | "max", value: string | number) =>
    onChange(withOptional(data, key, typeof value === "number" ? value : undefined));
  return (
    <>
      {bounds && (
        <Group grow align="flex-end">
          <NumberInput
            label={t(bounds.min)}
            value={data.min ?? ""}
            onChange={(value) => bound("min", value)}
          />
          <NumberInput
            label={t(bounds.max)}
            value={data.max ?? ""}
            onChange={(value) => bound("max", value)}
          />
        </Group>
      )}
      <MomentFields data={data} onChange={onChange} />
      {data.kind === "text" && (
        <TextInput
          label={t("Pattern")}
          description={t("A regular expression that the whole answer has to match.")}
          placeholder="[A-Z]{2}\d{4}"
          ff="monospace"
          maxLength={500}
          value={data.pattern ?? ""}
          onChange={(event) => onChange(withOptional(data, "pattern", event.currentTarget.value))}
        />
      )}
      <Switch
        label={t("It may be skipped")}
        description={t("Whoever writes a word for it leaves by “Skipped” and nothing is kept.")}
        checked={maySkip(data)}
        onChange={({ currentTarget: { checked } }) => {
          const { skipWord: _word, skippable: _may, ...rest } = data;
          onChange(checked ? { ...rest, skippable: true } : rest);
        }}
      />
      <TextInput
        label={t("Word to skip the question")}
        description={t(
          "Instead of ours in the customer's language, such as “skip” or “omitir”. Several: with commas between.",
        )}
        placeholder={t("skip")}
        maxLength={200}
        value={data.skipWord ?? ""}
        onChange={(event) => onChange(withOptional(data, "skipWord", event.currentTarget.value))}
      />
      <TextInput
        label={t("Also keep it on the contact, in the field")}
        placeholder={t("email")}
        maxLength={64}
        value={data.contactField ?? ""}
        onChange={(event) => onChange(withOptional(data, "contactField", event.currentTarget.value.trim()))}
      />
    </>
  );
}

function MomentFields({ data, onChange }: Pick<AskFormProps, "data" | "onChange">) {
  const words = MOMENT_WORDS[data.kind];
  if (!words) return null;
  return (
    <Group grow align="flex-end">
      {(["earliest", "latest"] as const).map((key) => (
        <TextInput
          key={key}
          label={t(words[key])}
          placeholder={words.example}
          maxLength={200}
          value={data[key] ?? ""}
          onChange={(event) => onChange(withOptional(data, key, event.currentTarget.value))}
        />
      ))}
    </Group>
  );
}

const maySkip = ({ skippable, skipWord }: NodeData<"ask">) => skippable === true || skipWord !== undefined;

function hasRules(data: NodeData<"ask">): boolean {
  return [
    data.min,
    data.max,
    data.earliest,
    data.latest,
    data.pattern,
    data.skipWord,
    data.skippable,
    data.contactField,
  ].some((value) => value !== undefined);
}
