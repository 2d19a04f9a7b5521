/** What the model knows, what it is asked, and whether it goes on talking. */

import { Group, NumberInput, Stack, Switch, TextInput } from "@mantine/core";
import { t, tCount } from "../../i18n/t.ts";
import { InstructionsField, ModelFields } from "../fields/AiFields.tsx";
import { TimeoutField } from "../fields/MinutesField.tsx";
import { withOptional } from "../fields/optional.ts";
import { TemplateField } from "../fields/TemplateField.tsx";
import { VariableNameField } from "../fields/VariableNameField.tsx";
import type { FormProps, NodeData } from "../node-ui.ts";

type Data = NodeData<"ai-reply">;
type PartProps = Pick<FormProps<Data>, "data" | "onChange">;

/** As in the format. */
const LENGTH = { min: 20, max: 4_096 };
const MAX_TURNS = 100;
type Chat = NonNullable<Data["chat"]>;
const FIRST_CHAT: Chat = { maxTurns: 20 };

export function Form({ data, onChange }: FormProps<Data>) {
  return (
    <>
      <InstructionsField data={data} onChange={onChange} />
      <Switch
        label={t("Go on talking")}
        description={t("It answers message after message, until a word ends it.")}
        checked={data.chat !== undefined}
        onChange={(event) =>
          onChange(withOptional(data, "chat", event.currentTarget.checked ? FIRST_CHAT : undefined))
        }
      />
      {data.chat ? (
        <ChatFields data={data} onChange={onChange} />
      ) : (
        <OnceFields data={data} onChange={onChange} />
      )}
      <NumberInput
        label={t("Longest answer")}
        description={t("It is cut at the end of a sentence.")}
        suffix={` ${t("characters")}`}
        w={200}
        {...LENGTH}
        value={data.maxLength}
        onChange={(value) => typeof value === "number" && onChange({ ...data, maxLength: Math.round(value) })}
      />
      <ModelFields data={data} onChange={onChange} />
    </>
  );
}

function OnceFields({ data, onChange }: PartProps) {
  return (
    <>
      <TemplateField
        label={t("What it is asked")}
        placeholder={t("Empty: the customer's latest message")}
        minRows={2}
        value={data.prompt ?? ""}
        onChange={(prompt) => onChange(withOptional(data, "prompt", prompt))}
      />
      <Group align="flex-end" grow>
        <VariableNameField
          label={t("Keep the answer as")}
          value={data.saveAs ?? ""}
          onChange={(name) => onChange(withOptional(data, "saveAs", name))}
        />
        <Switch
          label={t("Say it to the customer")}
          mb={8}
          checked={data.send}
          onChange={(event) => onChange({ ...data, send: event.currentTarget.checked })}
        />
      </Group>
    </>
  );
}

function ChatFields({ data, onChange }: PartProps) {
  const chat = data.chat ?? FIRST_CHAT;
  const change = (next: Chat) => onChange({ ...data, chat: next });
  return (
    <Stack gap="md">
      <Group grow align="flex-start">
        <TextInput
          label={t("Word that ends it")}
          placeholder={t("menu")}
          maxLength={40}
          value={chat.doneWord ?? ""}
          onChange={(event) => change(withOptional(chat, "doneWord", event.currentTarget.value))}
        />
        <NumberInput
          label={t("At most")}
          suffix={` ${tCount(chat.maxTurns, "answer", "answers")}`}
          min={1}
          max={MAX_TURNS}
          value={chat.maxTurns}
          onChange={(value) => typeof value === "number" && change({ ...chat, maxTurns: Math.round(value) })}
        />
      </Group>
      <TimeoutField
        label={t("Stop when nobody writes")}
        description={t("Then “No answer in time” is taken.")}
        minutes={chat.timeoutMinutes}
        onChange={(minutes) => change(withOptional(chat, "timeoutMinutes", minutes))}
      />
    </Stack>
  );
}
