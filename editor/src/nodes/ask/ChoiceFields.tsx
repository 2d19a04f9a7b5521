/** What a choice offers, and whether several may be chosen. */
import { askTitleLimit, askWords, CHANNEL_LIMITS, MAX_ASK_OPTIONS } from "@hilo/flow-engine";
import { Group, Input, NumberInput, Switch, TextInput } from "@mantine/core";
import { useDocument } from "../../canvas/flow-context.tsx";
import { CountedInput } from "../fields/CountedInput.tsx";
import { ItemList } from "../fields/ItemList.tsx";
import { withOptional } from "../fields/optional.ts";
import type { FormProps, NodeData } from "../node-ui.ts";

type AskFormProps = Pick<FormProps<NodeData<"ask">>, "data" | "onChange" | "nextOption">;
type LabelKey = "yesLabel" | "noLabel" | "doneLabel" | "buttonLabel";

export function ChoiceFields(props: AskFormProps) {
  const { data, onChange, nextOption } = props;
  const limit = askTitleLimit(data.options.length);
  return (
    <>
      <div>
        <Input.Label mb={4}>Options</Input.Label>
        <ItemList
          items={data.options}
          onChange={(options) => onChange({ ...data, options })}
          add={
            data.options.length < MAX_ASK_OPTIONS ? () => ({ id: `opt-${nextOption}`, title: "" }) : undefined
          }
          addLabel="Add an option"
          itemName="option"
          min={1}
          keyOf={(option) => option.id}
        >
          {(option, change, i) => {
            const field = { "aria-label": `Option ${i + 1}`, placeholder: `Option ${i + 1}` };
            const set = (title: string) => change({ ...option, title });
            return limit === undefined ? (
              <TextInput
                {...field}
                value={option.title}
                onChange={(event) => set(event.currentTarget.value)}
              />
            ) : (
              <CountedInput {...field} limit={limit} value={option.title} onChange={set} />
            );
          }}
        </ItemList>
        <Input.Description mt={4}>{shownAs(data.options.length)}</Input.Description>
      </div>
      <Switch
        label="Several may be chosen"
        description="One by one until “done”, or in one message: “1, 3”."
        checked={data.several}
        onChange={(event) => onChange({ ...data, several: event.currentTarget.checked })}
      />
      {data.several && <SeveralFields {...props} />}
      {data.options.length > CHANNEL_LIMITS.whatsapp.buttons.count && (
        <LabelField {...props} name="buttonLabel" label="Button that opens the list" word="choose" />
      )}
    </>
  );
}

function shownAs(count: number): string {
  const { buttons, list } = CHANNEL_LIMITS.whatsapp;
  if (count <= buttons.count) return "Shown as buttons.";
  return count <= list.rows ? "Shown as a list." : "More than a list holds: numbered in the text.";
}

function SeveralFields(props: AskFormProps) {
  const { data, onChange } = props;
  const bound = (key: "min" | "max") => ({
    min: 1,
    max: data.options.length,
    value: data[key] ?? "",
    onChange: (value: string | number) =>
      onChange(withOptional(data, key, typeof value === "number" ? value : undefined)),
  });
  return (
    <>
      <Group grow align="flex-end">
        <NumberInput label="At least" {...bound("min")} />
        <NumberInput label="At most" {...bound("max")} />
      </Group>
      <LabelField {...props} name="doneLabel" label="Button that ends the answers" word="done" />
    </>
  );
}

/** Whether yes or no, or marks, can be tapped, and what the buttons say. */
export function ShownFields(props: AskFormProps) {
  const { data, onChange } = props;
  return (
    <>
      <Switch
        label="Show the answers to tap"
        description={data.kind === "rating" ? "As buttons or a list, up to ten marks." : "As two buttons."}
        checked={data.showOptions}
        onChange={(event) => onChange({ ...data, showOptions: event.currentTarget.checked })}
      />
      {data.showOptions && data.kind === "yes-no" && (
        <Group grow align="flex-start">
          <LabelField {...props} name="yesLabel" label="Button for yes" word="yes" />
          <LabelField {...props} name="noLabel" label="Button for no" word="no" />
        </Group>
      )}
    </>
  );
}

interface LabelFieldProps extends AskFormProps {
  name: LabelKey;
  label: string;
  /** The word that stands there when nothing is written. */
  word: keyof ReturnType<typeof askWords>;
}

function LabelField({ data, onChange, name, label, word }: LabelFieldProps) {
  const language = useDocument().language ?? null;
  return (
    <CountedInput
      label={label}
      placeholder={askWords(language)[word]}
      limit={CHANNEL_LIMITS.whatsapp.buttons.title}
      value={data[name] ?? ""}
      onChange={(text) => onChange(withOptional(data, name, text))}
    />
  );
}
