/** A file of one's own instead of an address: uploaded once, sent from then on. */
import type { MediaFile } from "@hilo/server/contract";
import { Button, FileButton, Group, Text } from "@mantine/core";
import { IconPaperclip, IconUpload } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { toApiError } from "../../api/api-error.ts";
import { mediaFileQuery } from "../../api/queries.ts";
import { uploadFile } from "../../api/upload.ts";
import { deliveryWords } from "../../channels/delivery-words.ts";
import { t } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";

interface UploadFieldProps {
  fileId: string | undefined;
  onUploaded(file: MediaFile): void;
  onRemove(): void;
}

export function UploadField({ fileId, onUploaded, onRemove }: UploadFieldProps) {
  const client = useQueryClient();
  const upload = useMutation({
    mutationFn: uploadFile,
    onSuccess: (file) => {
      client.setQueryData(mediaFileQuery(file.id).queryKey, file);
      onUploaded(file);
    },
  });
  return (
    <div>
      {fileId && <Uploaded id={fileId} onRemove={onRemove} />}
      <FileButton onChange={(file) => file && upload.mutate(file)}>
        {(props) => (
          <Button
            {...props}
            size="compact-sm"
            variant="default"
            leftSection={<IconUpload size={15} aria-hidden />}
            loading={upload.isPending}
          >
            {fileId ? t("Another file…") : t("Upload a file…")}
          </Button>
        )}
      </FileButton>
      {upload.isError && <Hint tone="bad">{toApiError(upload.error).message}</Hint>}
    </div>
  );
}

function Uploaded({ id, onRemove }: { id: string; onRemove(): void }) {
  const file = useQuery(mediaFileQuery(id));
  return (
    <div>
      <Group gap={6} wrap="nowrap" mb={6}>
        <IconPaperclip size={16} aria-hidden />
        <Text size="sm" truncate flex={1}>
          {file.data
            ? `${file.data.name ?? file.data.mime} · ${sizeWords(file.data.size)}`
            : t("An uploaded file")}
        </Text>
        <Button size="compact-xs" variant="subtle" color="red" onClick={onRemove}>
          {t("Take it out")}
        </Button>
      </Group>
      {file.isError && (
        <Hint tone="warn">{t("This file is not on the server any more: upload it again.")}</Hint>
      )}
      {file.data?.refusals.map((refusal) => (
        <Text key={refusal} size="xs" c="dimmed" mb={4}>
          {deliveryWords(refusal)}
        </Text>
      ))}
    </div>
  );
}

const sizeWords = (bytes: number) =>
  bytes < 1_048_576
    ? t("{size} KB", { size: Math.max(1, Math.round(bytes / 1024)) })
    : `${(bytes / 1_048_576).toFixed(1)} MB`;
