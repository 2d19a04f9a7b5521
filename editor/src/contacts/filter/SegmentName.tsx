/** Asks what a segment is called, and saves it. */
import type { Segment } from "@hilo/server/contract";
import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../../api/api-error.ts";
import { segmentsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";

interface SegmentNameProps {
  title: string;
  name?: string;
  save(name: string): Promise<Segment>;
  onSaved?(segment: Segment): void;
  onClose(): void;
}

export function SegmentName({ title, name: before = "", save, onSaved, onClose }: SegmentNameProps) {
  const client = useQueryClient();
  const [name, setName] = useState(before);
  const saving = useMutation({
    mutationFn: () => save(name.trim()),
    onSuccess: async (segment) => {
      await client.invalidateQueries({ queryKey: segmentsQuery.queryKey });
      onSaved?.(segment);
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") saving.mutate();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t("Name of the segment")}
            data-autofocus
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={saving.isError ? toApiError(saving.error).message : null}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t("Cancel")}
            </Button>
            <Button type="submit" disabled={name.trim() === ""} loading={saving.isPending}>
              {t("Save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
