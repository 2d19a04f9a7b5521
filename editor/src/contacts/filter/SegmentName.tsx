/** Asks what a segment is called, and saves it. */
import type { Segment } from "@hilo/server/contract";
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../../api/api-error.ts";
import { segmentsQuery } from "../../api/queries.ts";
import { t } from "../../i18n/t.ts";
import { FormDialog } from "../../shell/FormDialog.tsx";

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
    <FormDialog
      title={title}
      size="sm"
      submit={t("Save")}
      blocked={name.trim() === ""}
      saving={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Name of the segment")}
        data-autofocus
        maxLength={60}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={saving.isError ? toApiError(saving.error).message : null}
      />
    </FormDialog>
  );
}
