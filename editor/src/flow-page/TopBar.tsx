/** The bar over the canvas: name, saved state, undo, problems, settings, test, publish. */

import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconAdjustmentsHorizontal,
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronLeft,
  IconDeviceMobileMessage,
  IconHistory,
} from "@tabler/icons-react";
import { Link } from "react-router";
import { useFlow } from "../canvas/flow-context.tsx";
import { FlowStateBadge } from "../flows/FlowStateBadge.tsx";
import { t } from "../i18n/t.ts";
import { TrafficButton } from "../traffic/TrafficButton.tsx";
import type { TrafficView } from "../traffic/use-traffic.ts";
import type { OpenPanels } from "./FlowEditor.tsx";
import { FlowMenu } from "./FlowMenu.tsx";
import { FlowName } from "./FlowName.tsx";
import classes from "./FlowPage.module.css";
import { OpenBy } from "./OpenBy.tsx";
import { PublishButton } from "./PublishButton.tsx";
import { SaveState } from "./SaveState.tsx";
import type { FlowSession } from "./use-flow-session.ts";

interface TopBarProps {
  session: FlowSession;
  open: OpenPanels;
  show(panels: Partial<OpenPanels>): void;
  traffic: TrafficView;
  narrow: boolean;
}

export function TopBar({ session, open, show, traffic, narrow }: TopBarProps) {
  const select = useFlow((state) => state.select);
  return (
    <header className={classes.bar}>
      <Tooltip label={t("All flows")}>
        <ActionIcon
          component={Link}
          to="/flows"
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t("All flows")}
        >
          <IconChevronLeft size={19} />
        </ActionIcon>
      </Tooltip>
      <FlowName />
      {!narrow && <SaveState session={session} />}
      <div className={classes.space} />
      {!narrow && (
        <>
          <OpenBy />
          <FlowStateBadge flow={session.detail} />
          <div className={classes.divider} />
          <UndoRedo />
          <PanelButton
            label={t("Versions")}
            icon={IconHistory}
            pressed={open.versions}
            onClick={() => {
              select([]);
              show({ versions: !open.versions, settings: false });
            }}
          />
          <PanelButton
            label={t("Flow settings")}
            icon={IconAdjustmentsHorizontal}
            pressed={open.settings}
            onClick={() => {
              select([]);
              show({ settings: !open.settings, versions: false });
            }}
          />
          <ProblemsButton open={open.problems} onToggle={() => show({ problems: !open.problems })} />
          <FlowMenu />
          <div className={classes.divider} />
        </>
      )}
      <TrafficButton traffic={traffic} />
      <Button
        variant={open.simulator ? "light" : "default"}
        leftSection={<IconDeviceMobileMessage size={17} stroke={1.8} />}
        aria-pressed={open.simulator}
        onClick={() => show({ simulator: !open.simulator })}
      >
        {t("Test")}
      </Button>
      {!narrow && <PublishButton session={session} onRefused={() => show({ problems: true })} />}
    </header>
  );
}

interface PanelButtonProps {
  label: string;
  icon: Icon;
  pressed: boolean;
  onClick(): void;
}

function PanelButton({ label, icon: PanelIcon, pressed, onClick }: PanelButtonProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant={pressed ? "light" : "subtle"}
        color={pressed ? "mulberry" : "gray"}
        size={34}
        aria-label={label}
        aria-pressed={pressed}
        onClick={onClick}
      >
        <PanelIcon size={19} stroke={1.8} />
      </ActionIcon>
    </Tooltip>
  );
}

function UndoRedo() {
  const past = useFlow((state) => state.history.past.at(-1)?.title);
  const future = useFlow((state) => state.history.future[0]?.title);
  const undo = useFlow((state) => state.undo);
  const redo = useFlow((state) => state.redo);
  return (
    <>
      <Tooltip label={past ? t("Undo: {what}", { what: t(past) }) : t("Nothing to undo")}>
        <ActionIcon
          className={classes.step ?? ""}
          variant="subtle"
          color="gray"
          size={34}
          aria-label={t("Undo")}
          mod={{ disabled: !past }}
          onClick={undo}
        >
          <IconArrowBackUp size={19} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={future ? t("Redo: {what}", { what: t(future) }) : t("Nothing to redo")}>
        <ActionIcon
          className={classes.step ?? ""}
          variant="subtle"
          color="gray"
          size={34}
          aria-label={t("Redo")}
          mod={{ disabled: !future }}
          onClick={redo}
        >
          <IconArrowForwardUp size={19} stroke={1.8} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function ProblemsButton({ open, onToggle }: { open: boolean; onToggle(): void }) {
  const errors = useFlow((state) => state.problems.filter(({ severity }) => severity === "error").length);
  // Hints are read by who looks for them.
  const all = useFlow((state) => state.problems.filter(({ severity }) => severity !== "info").length);
  const color = errors > 0 ? "red" : all > 0 ? "yellow" : "gray";
  return (
    <Button
      variant={open ? "light" : "subtle"}
      color={color}
      px={9}
      leftSection={<IconAlertTriangle size={18} stroke={1.8} />}
      aria-pressed={open}
      aria-label={all === 1 ? t("1 problem") : t("{count} problems", { count: all })}
      onClick={onToggle}
    >
      {all}
    </Button>
  );
}
