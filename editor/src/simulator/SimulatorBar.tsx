/** The bar above the phone: who writes, run the draft, a new chat, close. */
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconChecklist, IconMessage2Plus, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { t } from "../i18n/t.ts";
import { PersonMenu, type PersonMenuProps } from "./PersonMenu.tsx";
import styles from "./SimulatorPanel.module.css";

export interface SimulatorBarProps extends PersonMenuProps {
  busy: boolean;
  onRunDraft: (() => void) | undefined;
  onNewChat: () => void;
  /** Absent where there is no flow to test. */
  onTests: (() => void) | undefined;
  onClose: () => void;
}

export function SimulatorBar({
  busy,
  onRunDraft,
  onNewChat,
  onTests,
  onClose,
  ...person
}: SimulatorBarProps) {
  return (
    <header className={styles.bar}>
      <PersonMenu {...person} />
      {onRunDraft && (
        <Tooltip label={t("Starts what is on the canvas now, published or not")}>
          <Button
            size="compact-sm"
            variant="light"
            loading={busy}
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            onClick={onRunDraft}
          >
            {t("Run this draft")}
          </Button>
        </Tooltip>
      )}
      {onTests && (
        <Tooltip label={t("Tests of this flow")}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("Tests of this flow")}
            onClick={onTests}
          >
            <IconChecklist size={19} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      <Tooltip label={t("New chat")}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("New chat")}
          disabled={busy}
          onClick={onNewChat}
        >
          <IconMessage2Plus size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("Close the simulator")}
        onClick={onClose}
      >
        <IconX size={19} aria-hidden />
      </ActionIcon>
    </header>
  );
}
