/** Where each way out of a step leads, to choose from a list: drawing a connection without a mouse. */

import type { NodeEnvelope } from "@hilo/flow-engine";
import { Input, Select, Stack } from "@mantine/core";
import { useDocument, useFlow } from "../canvas/flow-context.tsx";
import { portOf } from "../document/flow-document.ts";
import { ports, portWords } from "../document/ports.ts";
import { t } from "../i18n/t.ts";
import { nodeUi } from "../nodes/index.ts";
import classes from "./FlowPage.module.css";

export function LeadsTo({ node }: { node: NodeEnvelope }) {
  const doc = useDocument();
  const run = useFlow((state) => state.run);
  const outs = ports(node);
  if (outs.length === 0) return null;
  const targets = doc.nodes
    .filter((other) => other.type !== "start" && other.id !== node.id)
    .map((other) => ({ value: other.id, label: nameOf(other) }));
  return (
    <section className={classes.leads}>
      <Input.Label mb={6}>{t("Where it leads")}</Input.Label>
      <Stack gap={8}>
        {outs.map((port) => {
          const edge = doc.edges.find(
            (candidate) => candidate.source === node.id && portOf(candidate) === port.id,
          );
          return (
            <Select
              key={port.id}
              size="xs"
              label={outs.length > 1 ? portWords(port) || t("No title yet") : undefined}
              aria-label={portWords(port) || t("Next")}
              placeholder={port.optional ? t("Not used") : t("Nowhere: the flow ends")}
              searchable
              clearable
              nothingFoundMessage={t("No step is called that")}
              data={targets}
              value={edge?.target ?? null}
              onChange={(target) => {
                if (target) run({ type: "connect", args: { source: node.id, port: port.id, target } });
                else if (edge) run({ type: "disconnect", args: { edgeIds: [edge.id] } });
              }}
            />
          );
        })}
      </Stack>
    </section>
  );
}

/** Its name, else its type and the beginning of its text, so that ten texts can be told apart. */
function nameOf(node: NodeEnvelope): string {
  if (node.name) return node.name;
  const { title } = nodeUi(node.type);
  const text = typeof node.data.text === "string" ? node.data.text.trim().slice(0, 40) : "";
  return text ? `${title}: ${text}` : `${title} (${node.id})`;
}
