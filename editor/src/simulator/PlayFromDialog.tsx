/** Before the flow is played from its middle: what it remembers by then. */
import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { useDocument } from "../canvas/flow-context.tsx";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import { Hint } from "../shell/Hint.tsx";
import { valuesOf, variablesToBegin } from "./example-variables.ts";
import { NamedValues } from "./NamedValues.tsx";

interface PlayFromDialogProps {
  nodeId: string;
  /** What the run under way remembers. */
  running: Readonly<Record<string, unknown>>;
  /** The person wrote so long ago that free texts are refused. */
  windowOver: boolean;
  onPlay: (nodeId: string, variables: Record<string, unknown>) => void;
  onClose: () => void;
}

const MOST = 40;

export function PlayFromDialog({ nodeId, running, windowOver, onPlay, onClose }: PlayFromDialogProps) {
  const doc = useDocument();
  const [at, setAt] = useState(nodeId);
  const [fields, setFields] = useState(() => variablesToBegin(doc, running));
  const steps = doc.nodes.map(({ id, name, type }) => ({ value: id, label: name || t(nodeUi(type).title) }));
  return (
    <FormDialog
      title={t("Play from a step")}
      submit={t("Play")}
      onSubmit={() => onPlay(at, valuesOf(fields))}
      onClose={onClose}
    >
      <Select
        label={t("Step")}
        searchable
        allowDeselect={false}
        data={steps}
        value={at}
        onChange={(value) => value !== null && setAt(value)}
      />
      <div>
        <Text size="sm" fw={500}>
          {t("What the flow remembers")}
        </Text>
        <Text size="xs" c="dimmed" mb={6}>
          {t("From the run under way, with examples for the rest. What is empty is not known.")}
        </Text>
        <NamedValues of="variable" items={fields} most={MOST} onChange={setFields} />
      </div>
      {windowOver && (
        <Hint tone="warn">
          {t(
            "The person wrote more than 24 hours ago, so free texts are refused. Let them write first, or begin a new chat, whose clock is back at now.",
          )}
        </Hint>
      )}
    </FormDialog>
  );
}
