/** What is done with a whole conversation: give it to somebody, close it, start a flow in it, end its session. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Conversation } from "@hilo/server/contract";
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import {
  IconArchive,
  IconArchiveOff,
  IconDots,
  IconPlayerPlay,
  IconPlayerStop,
  IconUser,
} from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { t } from "../i18n/t.ts";
import { usePaletteCommands } from "../shell/commands.ts";
import { keyNames } from "../shell/key-names.ts";
import { useMe } from "../shell/use-me.ts";
import { AssignMenu } from "./AssignMenu.tsx";
import styles from "./ChatPane.module.css";
import { StartFlowDialog } from "./StartFlowDialog.tsx";
import { useDesk } from "./use-desk.ts";
import type { useWheel } from "./use-wheel.ts";

interface DeskBarProps {
  conversation: Conversation;
  wheel: ReturnType<typeof useWheel>;
}

export function DeskBar({ conversation, wheel }: DeskBarProps) {
  const desk = useDesk(conversation);
  const [assigning, setAssigning] = useState(false);
  const [starting, setStarting] = useState(false);
  const { session } = conversation;
  const closed = conversation.status === "closed";
  const running = session && isLiveStatus(session.status) ? session.flowName : null;
  const turn = () => desk.change.mutate({ status: closed ? "open" : "closed" });
  useDeskKeys({
    turn,
    assign: () => setAssigning(true),
    start: () => setStarting(true),
    wheel: () => (conversation.mode === "Bot" ? wheel.takeOver : wheel.handBack).mutate(),
  });
  if (useMe()?.role === "viewer") return null;
  return (
    <div className={styles.desk}>
      <AssignMenu
        conversation={conversation}
        opened={assigning}
        onOpened={setAssigning}
        loading={desk.change.isPending && desk.change.variables.status === undefined}
        onChange={(change) => desk.change.mutate(change)}
      />
      <Button
        variant={closed ? "light" : "default"}
        size="compact-md"
        className={styles.turn}
        leftSection={
          closed ? <IconArchiveOff size={15} aria-hidden /> : <IconArchive size={15} aria-hidden />
        }
        title={keyNames("alt+E").join(" + ")}
        loading={desk.change.isPending && desk.change.variables.status !== undefined}
        onClick={turn}
      >
        {closed ? t("Open again") : t("Close")}
      </Button>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="lg" radius="lg" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t("More to do")}>
            <IconDots size={19} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            hiddenFrom="sm"
            leftSection={
              closed ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />
            }
            onClick={turn}
          >
            {closed ? t("Open again") : t("Close")}
          </Menu.Item>
          <Menu.Item leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setStarting(true)}>
            {t("Start a flow…")}
          </Menu.Item>
          {running && (
            <Menu.Item
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              onClick={() => desk.endSession.mutate()}
            >
              {t("End the session")}
            </Menu.Item>
          )}
          <Menu.Item
            component={Link}
            to={`/contacts/${conversation.contact.id}`}
            leftSection={<IconUser size={16} aria-hidden />}
          >
            {t("Open the contact")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {starting && (
        <StartFlowDialog
          running={running}
          onStart={(flowId) => {
            setStarting(false);
            desk.startFlow.mutate(flowId);
          }}
          onClose={() => setStarting(false)}
        />
      )}
    </div>
  );
}

interface Deeds {
  turn(): void;
  assign(): void;
  start(): void;
  wheel(): void;
}

/** With Alt: they work while somebody writes too. */
function useDeskKeys(deeds: Deeds): void {
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  const physical = { usePhysicalKeys: true };
  useHotkeys(
    [
      ["alt+E", deeds.turn, physical],
      ["alt+A", deeds.assign, physical],
      ["alt+S", deeds.start, physical],
      ["alt+T", deeds.wheel, physical],
    ],
    [],
  );
  const commands = useCallback(() => {
    const { turn, assign, start, wheel } = latest.current;
    const group = t("This conversation");
    return [
      { id: "desk-wheel", group, title: t("Take over, or hand back"), keys: keyNames("alt+T"), run: wheel },
      { id: "desk-turn", group, title: t("Close, or open again"), keys: keyNames("alt+E"), run: turn },
      {
        id: "desk-assign",
        group,
        title: t("Give the conversation to somebody"),
        keys: keyNames("alt+A"),
        run: assign,
      },
      { id: "desk-start", group, title: t("Start a flow"), keys: keyNames("alt+S"), run: start },
    ];
  }, []);
  usePaletteCommands(commands);
}
