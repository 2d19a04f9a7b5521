/** The name of a new flow, beside the preview of the example it is made of. */

import type { ExampleFlow } from "@hilo/server/contract";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { flowQuery, flowsQuery } from "../../api/queries.ts";
import { FlowProvider } from "../../canvas/flow-context.tsx";
import { openDocument } from "../../document/flow-document.ts";
import { createFlowStore } from "../../document/flow-store.ts";
import { t } from "../../i18n/t.ts";
import { Bubble } from "../../nodes/preview/Bubble.tsx";
import { Phone, PhoneButton } from "../../nodes/preview/Phone.tsx";
import { firstMessages } from "./first-messages.ts";
import styles from "./gallery.module.css";

interface NewFlowFormProps {
  example: ExampleFlow | null;
  onBack(): void;
  onMade(): void;
}

export function NewFlowForm({ example, onBack, onMade }: NewFlowFormProps) {
  if (!example) return <NameForm example={null} onBack={onBack} onMade={onMade} />;
  return (
    <div className={styles.detail}>
      <Stack gap="sm">
        <Text fw={640}>{example.title}</Text>
        <Text size="sm">{example.goal}</Text>
        {example.shows && (
          <Text size="sm" c="dimmed">
            {t("Shows {what}", { what: example.shows })}
          </Text>
        )}
        <NameForm example={example} onBack={onBack} onMade={onMade} />
      </Stack>
      <FirstWords example={example} />
    </div>
  );
}

function NameForm({ example, onBack, onMade }: NewFlowFormProps) {
  const [name, setName] = useState(example?.title ?? "");
  const create = useCreate(example, onMade);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(name.trim());
      }}
    >
      <TextInput
        label={t("Name")}
        description={t("For you and your team; customers never see it.")}
        placeholder={t("Welcome")}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        value={name}
        error={create.isError && toApiError(create.error).message}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="space-between" mt="lg" gap="sm">
        <Button variant="subtle" onClick={onBack}>
          {t("Back")}
        </Button>
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
          {t("Create and open")}
        </Button>
      </Group>
    </form>
  );
}

function useCreate(example: ExampleFlow | null, onMade: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (name: string) =>
      api.flows.create({ name, ...(example ? { definition: { ...example.definition, name } } : {}) }),
    onSuccess: async (flow) => {
      client.setQueryData(flowQuery(flow.id).queryKey, flow);
      void client.invalidateQueries({ queryKey: flowsQuery.queryKey });
      onMade();
      await navigate(`/flows/${flow.id}`);
    },
  });
}

function FirstWords({ example }: { example: ExampleFlow }) {
  // Bubbles look things up in the flow they are of.
  const [store] = useState(() => createFlowStore(openDocument(example.definition)));
  const messages = firstMessages(store.getState().history.present);
  if (messages.length === 0) return null;
  return (
    <FlowProvider value={store}>
      <Phone>
        {messages.map(({ nodeId, text, options }) => (
          <div key={nodeId} className={styles.message}>
            <Bubble text={text} />
            {options.slice(0, 3).map((option) => (
              <PhoneButton key={option}>{option}</PhoneButton>
            ))}
          </div>
        ))}
      </Phone>
    </FlowProvider>
  );
}
