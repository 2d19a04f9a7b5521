/** The panel at the right: the form of the selected step, the versions, or the settings of the flow. */

import { ActionIcon, Button, CloseButton, Group, Stack, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconBoxMultiple,
  IconCopy,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconTrash,
} from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { ALIGNMENT_TITLES } from "../canvas/actions.ts";
import { useFlow, useFlowStore } from "../canvas/flow-context.tsx";
import { ALIGNMENTS, type Alignment, aligned } from "../document/align.ts";
import { findNode } from "../document/flow-document.ts";
import { t } from "../i18n/t.ts";
import type { OpenPanels } from "./FlowEditor.tsx";
import classes from "./FlowPage.module.css";
import { SettingsForm } from "./SettingsForm.tsx";
import { StepForm } from "./StepForm.tsx";
import { VersionsPanel } from "./VersionsPanel.tsx";

interface SidePanelProps {
  flowId: string;
  open: OpenPanels;
  show(panels: Partial<OpenPanels>): void;
}

export function SidePanel({ flowId, open, show }: SidePanelProps) {
  const selected = useFlow((state) => state.selection.nodes);
  const [first] = selected;
  const node = useFlow((state) => (first === undefined ? undefined : findNode(state.history.present, first)));
  if (selected.size > 1) return <ManySelected count={selected.size} />;
  if (node) return <StepForm key={node.id} node={node} />;
  if (open.versions) return <VersionsPanel flowId={flowId} onClose={() => show({ versions: false })} />;
  return open.settings ? <SettingsForm onClose={() => show({ settings: false })} /> : null;
}

function ManySelected({ count }: { count: number }) {
  const select = useFlow((state) => state.select);
  const duplicate = useFlow((state) => state.duplicateSelected);
  const remove = useFlow((state) => state.removeSelected);
  const group = useFlow((state) => state.groupSelected);
  return (
    <aside className={classes.side} aria-label={t("Selected steps")}>
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{t("{count} selected", { count })}</h2>
          <p>{t("Drag one to move them all.")}</p>
        </div>
        <CloseButton aria-label={t("Select nothing")} onClick={() => select([])} />
      </header>
      <Stack p="md" gap="xs">
        <AlignButtons />
        <Button variant="default" leftSection={<IconBoxMultiple size={16} />} onClick={group}>
          {t("Group")}
        </Button>
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={duplicate}>
          {t("Duplicate")}
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={remove}>
          {t("Delete")}
        </Button>
      </Stack>
    </aside>
  );
}

const ALIGN_ICONS: Record<Alignment, Icon> = {
  left: IconLayoutAlignLeft,
  center: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  across: IconLayoutDistributeVertical,
  down: IconLayoutDistributeHorizontal,
};

function AlignButtons() {
  const store = useFlowStore();
  const { getNodes } = useReactFlow();
  const align = (how: Alignment) => {
    const { history, selection, run } = store.getState();
    const sizes = new Map(
      getNodes().map(({ id, measured }) => [
        id,
        { width: measured?.width ?? 0, height: measured?.height ?? 0 },
      ]),
    );
    run({ type: "align", args: { positions: aligned(history.present, selection.nodes, sizes, how) } });
  };
  return (
    <Group gap={4} justify="space-between">
      {ALIGNMENTS.map((how) => {
        const AlignIcon = ALIGN_ICONS[how];
        return (
          <Tooltip key={how} label={t(ALIGNMENT_TITLES[how])}>
            <ActionIcon
              variant="default"
              size={34}
              aria-label={t(ALIGNMENT_TITLES[how])}
              onClick={() => align(how)}
            >
              <AlignIcon size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        );
      })}
    </Group>
  );
}
