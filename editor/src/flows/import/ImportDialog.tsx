/** Brings in flows from a file of Hilo, Typebot or RapidPro: drop it, look at what becomes of it, make drafts. */

import type { ImportedFlowView } from "@hilo/server/contract";
import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { notifyDone } from "../../api/notify.ts";
import { flowsQuery } from "../../api/queries.ts";
import { t, tCount } from "../../i18n/t.ts";
import { DropFile } from "../../shell/DropFile.tsx";
import { ImportReport } from "./ImportReport.tsx";
import { readSource } from "./read-source.ts";

type Imported = Awaited<ReturnType<typeof api.flows.import>>;
const PRODUCTS: Record<Imported["kind"], string> = { hilo: "Hilo", typebot: "Typebot", rapidpro: "RapidPro" };

export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t("Import flows")} size="xl">
      <Importer onClose={onClose} />
    </Modal>
  );
}

function Importer({ onClose }: { onClose: () => void }) {
  const look = useMutation({
    mutationFn: async (file: File) => {
      const source = await readSource(file);
      return { source, result: await api.flows.import({ source }) };
    },
  });
  if (look.data) return <Preview {...look.data} onBack={look.reset} onClose={onClose} />;
  return (
    <Stack gap="md">
      <DropFile accept=".json,application/json" busy={look.isPending} onFile={(file) => look.mutate(file)}>
        {t(
          "Drop a file here: a flow of Hilo, a Typebot, or an export of RapidPro. You see what becomes of it before anything is made, and no code in it is run.",
        )}
      </DropFile>
      {look.isError && (
        <Alert color="red" title={t("This file can't be imported")} role="alert">
          {toApiError(look.error).message}
        </Alert>
      )}
    </Stack>
  );
}

interface PreviewProps {
  source: unknown;
  result: Imported;
  onBack: () => void;
  onClose: () => void;
}

function Preview({ source, result, onBack, onClose }: PreviewProps) {
  const [chosen, setChosen] = useState(() => new Set(result.flows.keys()));
  const create = useCreate(source, chosen, onClose);
  const toggle = (at: number) =>
    setChosen((old) => {
      const next = new Set(old);
      if (!next.delete(at)) next.add(at);
      return next;
    });
  return (
    <Stack gap="md">
      <Text size="sm">
        {tCount(
          result.flows.length,
          "A file of {product} with one flow.",
          "A file of {product} with {count} flows.",
          { product: PRODUCTS[result.kind] },
        )}
      </Text>
      <Stack gap={8} component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
        {[...result.flows.entries()].map(([at, flow]) => (
          <Checkbox
            key={at}
            checked={chosen.has(at)}
            onChange={() => toggle(at)}
            label={flow.name}
            description={inWords(flow)}
          />
        ))}
      </Stack>
      <ImportReport entries={[...result.flows.flatMap((flow) => flow.report), ...result.report]} />
      {create.isError && (
        <Alert color="red" title={t("The flows were not made")} role="alert">
          {toApiError(create.error).message}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          {t("Another file")}
        </Button>
        <Button disabled={chosen.size === 0} loading={create.isPending} onClick={() => create.mutate()}>
          {tCount(chosen.size, "Make a draft", "Make {count} drafts")}
        </Button>
      </Group>
    </Stack>
  );
}

function inWords({ definition, problems }: ImportedFlowView): string {
  const steps = Array.isArray(definition.nodes) ? definition.nodes.length : 0;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const words = tCount(steps, "1 step", "{count} steps");
  return errors === 0
    ? words
    : t("{words}, {errors} to correct before it can be published", { words, errors });
}

function useCreate(source: unknown, chosen: ReadonlySet<number>, onClose: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.flows.import({ source, create: [...chosen] }),
    onSuccess: async ({ flows }) => {
      await client.invalidateQueries({ queryKey: flowsQuery.queryKey });
      const made = flows.flatMap(({ flowId }) => (flowId === null ? [] : [flowId]));
      onClose();
      const [only] = made;
      if (only !== undefined && made.length === 1) await navigate(`/flows/${only}`);
      else notifyDone(t("{count} drafts were made", { count: made.length }));
    },
  });
}
