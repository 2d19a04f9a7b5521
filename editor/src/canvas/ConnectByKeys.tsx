/** Leads a way out of the selected step to another one, without a mouse. */

import { Select } from "@mantine/core";
import { useState } from "react";
import { canConnect } from "../document/commands/connect.ts";
import { findNode } from "../document/flow-document.ts";
import { ports } from "../document/ports.ts";
import { t } from "../i18n/t.ts";
import { Finder } from "./Finder.tsx";
import { findSteps } from "./find-steps.ts";
import { useDocument, useFlow } from "./flow-context.tsx";
import { freePort } from "./place-next.ts";

export function ConnectByKeys({ nodeId, onClose }: { nodeId: string; onClose(): void }) {
  const doc = useDocument();
  const run = useFlow((state) => state.run);
  const node = findNode(doc, nodeId);
  const outs = node ? ports(node) : [];
  const [port, setPort] = useState(() => freePort(doc, nodeId) ?? outs[0]?.id);
  if (port === undefined) return null;
  return (
    <Finder
      title={t("Lead to another step")}
      placeholder={t("Lead to…")}
      find={(search) =>
        findSteps(doc, search).filter(
          ({ id, type }) =>
            type !== null && id !== nodeId && canConnect(doc, { source: nodeId, port, target: id }),
        )
      }
      onClose={onClose}
      onPick={(target) => {
        run({ type: "connect", args: { source: nodeId, port, target } });
        onClose();
      }}
    >
      {outs.length > 1 && (
        <Select
          size="xs"
          label={t("From")}
          allowDeselect={false}
          data={outs.map(({ id, label }) => ({ value: id, label: label.trim() || id }))}
          value={port}
          onChange={(value) => value && setPort(value)}
          comboboxProps={{ withinPortal: false }}
        />
      )}
    </Finder>
  );
}
