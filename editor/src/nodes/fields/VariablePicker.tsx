/** A menu of what can be put into a text: variables of this flow, and what is known of the contact. */
import { ActionIcon, Menu, Text, Tooltip } from "@mantine/core";
import { IconBraces } from "@tabler/icons-react";
import { useDocument } from "../../canvas/flow-context.tsx";
import { CONTACT_PATHS, variablesSet } from "../../document/variables.ts";

/** @param onPick gets the text to insert, as `{{ contact.name }}` */
export function VariablePicker({ onPick }: { onPick(insert: string): void }) {
  const doc = useDocument();
  const names = variablesSet(doc);
  const insert = (path: string) => onPick(`{{ ${path} }}`);
  return (
    <Menu position="bottom-end" shadow="md" withinPortal returnFocus={false}>
      <Menu.Target>
        <Tooltip label="Insert a variable">
          <ActionIcon size="sm" variant="subtle" aria-label="Insert a variable">
            <IconBraces size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
        <Menu.Label>From this flow</Menu.Label>
        {names.length === 0 && (
          <Text size="xs" c="dimmed" px="sm" pb={6} maw={220}>
            Steps that ask or set something fill this list.
          </Text>
        )}
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => insert(name)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>About the contact</Menu.Label>
        {CONTACT_PATHS.map(({ path, label }) => (
          <Menu.Item key={path} onClick={() => insert(path)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
