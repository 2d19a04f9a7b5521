/** Names a new flow and opens it. */

import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { flowQuery, flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";

export function CreateFlowDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const create = useMutation({
    mutationFn: () => api.flows.create({ name: name.trim() }),
    onSuccess: async (flow) => {
      client.setQueryData(flowQuery(flow.id).queryKey, flow);
      void client.invalidateQueries({ queryKey: flowsQuery.queryKey });
      onClose();
      await navigate(`/flows/${flow.id}`);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t("New flow")} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
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
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ""}>
            {t("Create and open")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
