/** The bar above the phone: who writes, run the draft, a new chat, close. */
import { ActionIcon, Button, Menu, Tooltip, UnstyledButton } from "@mantine/core";
import {
  IconChecklist,
  IconChevronDown,
  IconMessage2Plus,
  IconPencil,
  IconPlayerPlay,
  IconUserPlus,
  IconX,
} from "@tabler/icons-react";
import { useState } from "react";
import { PhoneDialog, type PhoneIdentity } from "./PhoneDialog.tsx";
import styles from "./SimulatorPanel.module.css";

export interface SimulatorBarProps {
  identity: PhoneIdentity | undefined;
  busy: boolean;
  onRunDraft: (() => void) | undefined;
  onNewChat: () => void;
  /** Absent where there is no flow to test. */
  onTests: (() => void) | undefined;
  onAnother: () => void;
  onChange: (identity: PhoneIdentity) => void;
  onClose: () => void;
}

export function SimulatorBar({
  identity,
  busy,
  onRunDraft,
  onNewChat,
  onTests,
  onAnother,
  onChange,
  onClose,
}: SimulatorBarProps) {
  const [editing, setEditing] = useState(false);
  return (
    <header className={styles.bar}>
      <Menu position="bottom-start" shadow="md" radius="md">
        <Menu.Target>
          <UnstyledButton className={styles.who}>
            <span className={styles.whoTitle}>Simulator</span>
            <span className={styles.whoName}>
              <span>as {identity?.name ?? "…"}</span>
              <IconChevronDown size={13} aria-hidden />
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{identity ? `+${identity.phone}` : ""}</Menu.Label>
          <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            Name and number…
          </Menu.Item>
          <Menu.Item leftSection={<IconUserPlus size={16} aria-hidden />} onClick={onAnother}>
            Another customer
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {onRunDraft && (
        <Tooltip label="Starts what is on the canvas now, published or not">
          <Button
            size="compact-sm"
            variant="light"
            loading={busy}
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            onClick={onRunDraft}
          >
            Run this draft
          </Button>
        </Tooltip>
      )}
      {onTests && (
        <Tooltip label="Tests of this flow">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label="Tests of this flow"
            onClick={onTests}
          >
            <IconChecklist size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label="New chat">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="New chat"
          disabled={busy}
          onClick={onNewChat}
        >
          <IconMessage2Plus size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Close the simulator" onClick={onClose}>
        <IconX size={19} aria-hidden />
      </ActionIcon>
      {identity && editing && (
        <PhoneDialog
          identity={identity}
          onClose={() => setEditing(false)}
          onSave={(changed) => {
            setEditing(false);
            onChange(changed);
          }}
        />
      )}
    </header>
  );
}
