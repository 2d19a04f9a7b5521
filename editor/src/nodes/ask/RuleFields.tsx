/** What an answer has to be, besides of its kind; and how the question is skipped. */
import { defaultSkipWord } from "@hilo/flow-engine";
import { Group, NumberInput, Switch, TextInput } from "@mantine/core";
import { useDocument } from "../../canvas/flow-context.tsx";
import { withOptional } from "../fields/optional.ts";
import type { FormProps, NodeData } from "../node-ui.ts";
import { BOUND_WORDS, MOMENT_WORDS } from "./ask-words.ts";

type RuleProps = Pick<FormProps<NodeData<"ask">>, "data" | "onChange">;

export function RuleFields(props: RuleProps) {
  const { data, onChange } = props;
  return (
    <>
      <BoundFields {...props} />
      {data.kind === "text" && (
        <TextInput
          label="Pattern"
          description="A regular expression that the whole answer has to match."
          placeholder="[A-Z]{2}\d{4}"
          ff="monospace"
          maxLength={500}
          value={data.pattern ?? ""}
          onChange={(event) => onChange(withOptional(data, "pattern", event.currentTarget.value))}
        />
      )}
      <SkipFields {...props} />
    </>
  );
}

function BoundFields({ data, onChange }: RuleProps) {
  const bounds = BOUND_WORDS[data.kind];
  const moments = MOMENT_WORDS[data.kind];
  const bound = (key: "min" | "max", value: string | number) =>
    onChange(withOptional(data, key, typeof value === "number" ? value : undefined));
  return (
    <>
      {bounds && (
        <Group grow align="flex-end">
          <NumberInput label={bounds.min} value={data.min ?? ""} onChange={(value) => bound("min", value)} />
          <NumberInput label={bounds.max} value={data.max ?? ""} onChange={(value) => bound("max", value)} />
        </Group>
      )}
      {moments && (
        <Group grow align="flex-end">
          {(["earliest", "latest"] as const).map((key) => (
            <TextInput
              key={key}
              label={moments[key]}
              placeholder={moments.example}
              maxLength={200}
              value={data[key] ?? ""}
              onChange={(event) => onChange(withOptional(data, key, event.currentTarget.value))}
            />
          ))}
        </Group>
      )}
    </>
  );
}

function SkipFields({ data, onChange }: RuleProps) {
  const language = useDocument().language ?? null;
  const skippable = data.skipWord !== undefined;
  return (
    <>
      <Switch
        label="Can be skipped"
        description="By the way out “Skipped”, if it leads somewhere; else by “Next”. Nothing is kept."
        checked={skippable}
        onChange={(event) => {
          const words = event.currentTarget.checked ? defaultSkipWord(language) : undefined;
          onChange(withOptional(data, "skipWord", words));
        }}
      />
      {skippable && (
        <TextInput
          label="Words to skip the question"
          description="With commas between them."
          maxLength={200}
          value={data.skipWord ?? ""}
          onChange={(event) => onChange(withOptional(data, "skipWord", event.currentTarget.value))}
        />
      )}
    </>
  );
}
