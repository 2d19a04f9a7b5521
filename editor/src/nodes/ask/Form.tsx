/** The question, the kind of answer it takes, and where that goes. */
import { ASK_KINDS, type AskKind, askTextLimit, CHANNEL_LIMITS } from "@hilo/flow-engine";
import { Select, TextInput } from "@mantine/core";
import { AnswerFields } from "../fields/AnswerFields.tsx";
import { MoreFields } from "../fields/MoreFields.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";
import { AskPreview } from "./AskPreview.tsx";
import { ASK_WORDS, BOUND_WORDS, MOMENT_WORDS, WRONG_EXAMPLES } from "./ask-words.ts";
import { ChoiceFields, ShownFields } from "./ChoiceFields.tsx";
import { RuleFields } from "./RuleFields.tsx";

type AskData = NodeData<"ask">;

export function Form(props: FormProps<AskData>) {
  const { data, onChange, nextOption } = props;
  return (
    <>
      <TemplateField
        label="Question"
        placeholder="What's your e-mail address?"
        limit={askTextLimit(data)}
        value={data.text}
        onChange={(text) => onChange({ ...data, text })}
      />
      <Select
        label="The answer is"
        data={ASK_KINDS.map((value) => ({ value, label: ASK_WORDS[value] }))}
        value={data.kind}
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(value) => {
          const kind = ASK_KINDS.find((candidate) => candidate === value);
          if (kind && kind !== data.kind) onChange(withKind(data, kind, nextOption));
        }}
      />
      {data.kind === "choice" && <ChoiceFields {...props} />}
      {(data.kind === "yes-no" || data.kind === "rating") && <ShownFields {...props} />}
      <KeepFields {...props} />
      <MoreFields title="Rules for the answer" used={hasRules(data)}>
        <RuleFields {...props} />
      </MoreFields>
      <WrongFields {...props} />
      <AskPreview data={data} />
    </>
  );
}

/** The data of another kind: rules of the old one that mean nothing, or something else, to it are left out. */
function withKind(data: AskData, kind: AskKind, nextOption: number): AskData {
  const { min, max, pattern, earliest, latest, ...rest } = data;
  const options =
    kind === "choice" && rest.options.length === 0
      ? [nextOption, nextOption + 1].map((number) => ({ id: `opt-${number}`, title: "" }))
      : rest.options;
  return { ...rest, kind, options, showOptions: kind === "yes-no" || kind === "rating" };
}

function KeepFields({ data, onChange }: FormProps<AskData>) {
  const nowhere = !data.saveAs && !data.contactField;
  return (
    <>
      <VariableNameField
        label="Remember it as"
        value={data.saveAs ?? ""}
        error={nowhere && "Give it a name, so that later steps can use it."}
        onChange={(saveAs) => onChange(withOptional(data, "saveAs", saveAs))}
      />
      <MoreFields title="Keep it on the contact" used={data.contactField !== undefined}>
        <TextInput
          label="In the contact's field"
          description="“name”, “email”, “language”, “timeZone”, or a field of your own."
          placeholder="email"
          maxLength={64}
          value={data.contactField ?? ""}
          onChange={(event) => onChange(withOptional(data, "contactField", event.currentTarget.value.trim()))}
        />
      </MoreFields>
    </>
  );
}

function WrongFields({ data, onChange }: FormProps<AskData>) {
  const bounded = BOUND_WORDS[data.kind] ?? MOMENT_WORDS[data.kind] ?? data.several;
  return (
    <MoreFields
      title="Wrong or no answer"
      used={[data.invalidText, data.outsideText, data.timeoutMinutes].some((value) => value !== undefined)}
    >
      <AnswerFields
        data={data}
        onChange={onChange}
        limit={CHANNEL_LIMITS.whatsapp.text}
        example={WRONG_EXAMPLES[data.kind]}
      />
      {bounded && (
        <TemplateField
          label="If it is outside the rules, say instead"
          placeholder="Please stay within the limits."
          minRows={2}
          limit={CHANNEL_LIMITS.whatsapp.text}
          value={data.outsideText ?? ""}
          onChange={(text) => onChange(withOptional(data, "outsideText", text))}
        />
      )}
    </MoreFields>
  );
}

function hasRules(data: AskData): boolean {
  const ownBounds = data.kind === "choice" ? [] : [data.min, data.max];
  return [...ownBounds, data.earliest, data.latest, data.pattern, data.skipWord].some(
    (value) => value !== undefined,
  );
}
