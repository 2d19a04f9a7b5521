/** What can be put into a text: variables with what they hold and where they are set, and what is known of the contact. */
import {
  ActionIcon,
  Group,
  Popover,
  ScrollArea,
  Text,
  TextInput,
  Tooltip,
  UnstyledButton,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBraces, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useDocument } from "../../canvas/flow-context.tsx";
import { t } from "../../i18n/t.ts";
import classes from "./fields.module.css";
import { KIND_WORDS, matchingGroups, type VariableChoice, variableGroups } from "./variable-choices.ts";

/** @param onPick gets the text to insert, as `{{ contact.name }}` */
export function VariablePicker({ onPick }: { onPick(insert: string): void }) {
  const [opened, { close, toggle }] = useDisclosure(false);
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      position="bottom-end"
      shadow="md"
      width={290}
      withinPortal
      trapFocus
    >
      <Popover.Target>
        <Tooltip label={t("Insert a variable")} disabled={opened}>
          <ActionIcon size={24} variant="subtle" aria-label={t("Insert a variable")} onClick={toggle}>
            <IconBraces size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        {opened && (
          <VariableList
            onPick={(path) => {
              close();
              onPick(`{{ ${path} }}`);
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function VariableList({ onPick }: { onPick(path: string): void }) {
  const doc = useDocument();
  const [typed, setTyped] = useState("");
  const groups = variableGroups(doc);
  const found = matchingGroups(groups, typed);
  const first = found[0]?.choices[0];
  const empty = groups[0]?.choices.length === 0 && typed === "";
  return (
    <>
      <TextInput
        size="xs"
        p={8}
        data-autofocus
        aria-label={t("Find a variable")}
        placeholder={t("Find a variable")}
        leftSection={<IconSearch size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && first && onPick(first.path)}
      />
      <ScrollArea.Autosize mah={320} type="auto">
        {empty && (
          <Text size="xs" c="dimmed" px="sm" pb={6}>
            {t("Steps that ask or set something fill this list.")}
          </Text>
        )}
        {found.length === 0 && (
          <Text size="xs" c="dimmed" px="sm" pb="sm">
            {t("Nothing is called so.")}
          </Text>
        )}
        {found.map(({ title, choices }) => (
          <div key={title} className={classes.group}>
            <div className={classes.groupTitle}>{title}</div>
            {choices.map((choice) => (
              <UnstyledButton
                key={choice.path}
                className={classes.choice}
                aria-label={choice.label}
                onClick={() => onPick(choice.path)}
              >
                <ChoiceWords choice={choice} />
              </UnstyledButton>
            ))}
          </div>
        ))}
      </ScrollArea.Autosize>
    </>
  );
}

export function ChoiceWords({ choice: { label, kind, about } }: { choice: VariableChoice }) {
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <span className={classes.choiceName}>{label}</span>
        {kind !== "value" && <span className={classes.kind}>{t(KIND_WORDS[kind])}</span>}
      </Group>
      {about && <div className={classes.about}>{about}</div>}
    </>
  );
}
