/** The panel at the right: the form of the selected step, or the settings of the flow. */
import { Button, CloseButton, Stack } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { useFlow } from "../canvas/flow-context.tsx";
import { findNode } from "../document/flow-document.ts";
import classes from "./FlowPage.module.css";
import { SettingsForm } from "./SettingsForm.tsx";
import { StepForm } from "./StepForm.tsx";

interface SidePanelProps {
  settings: boolean;
  onCloseSettings(): void;
}

export function SidePanel({ settings, onCloseSettings }: SidePanelProps) {
  const selected = useFlow((state) => state.selection.nodes);
  const [first] = selected;
  const node = useFlow((state) => (first === undefined ? undefined : findNode(state.history.present, first)));
  if (selected.size > 1) return <ManySelected count={selected.size} />;
  if (node) return <StepForm key={node.id} node={node} />;
  return settings ? <SettingsForm onClose={onCloseSettings} /> : null;
}

function ManySelected({ count }: { count: number }) {
  const select = useFlow((state) => state.select);
  const duplicate = useFlow((state) => state.duplicateSelected);
  const remove = useFlow((state) => state.removeSelected);
  return (
    <aside className={classes.side} aria-label="Selected steps">
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{count} steps selected</h2>
          <p>Drag one to move them all.</p>
        </div>
        <CloseButton aria-label="Select nothing" onClick={() => select([])} />
      </header>
      <Stack p="md" gap="xs">
        <Button variant="default" leftSection={<IconCopy size={16} />} onClick={duplicate}>
          Duplicate
        </Button>
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={remove}>
          Delete
        </Button>
      </Stack>
    </aside>
  );
}
