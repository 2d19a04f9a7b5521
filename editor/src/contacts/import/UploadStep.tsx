/** The first step: the file. */
import { type ContactImport, MAX_IMPORT_MB, MAX_IMPORT_ROWS } from "@hilo/server/contract";
import { Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { toApiError } from "../../api/api-error.ts";
import { uploadContacts } from "../../api/upload.ts";
import { t } from "../../i18n/t.ts";
import { DropFile } from "../../shell/DropFile.tsx";
import { Hint } from "../../shell/Hint.tsx";

export function UploadStep({ onUploaded }: { onUploaded(made: ContactImport): void }) {
  const upload = useMutation({ mutationFn: uploadContacts, onSuccess: onUploaded });
  return (
    <Stack gap="md">
      <DropFile accept=".csv,text/csv" busy={upload.isPending} onFile={(file) => upload.mutate(file)}>
        {t("Drop a CSV file here. Its first line has the names of the columns.")}
        <Text size="sm" c="dimmed" mt={4}>
          {t(
            "Up to {rows} rows and {size} MB. People are known by their phone number, so one column has to have it.",
            {
              rows: MAX_IMPORT_ROWS,
              size: MAX_IMPORT_MB,
            },
          )}
        </Text>
      </DropFile>
      {upload.isError && (
        <div role="alert">
          <Hint tone="bad">{toApiError(upload.error).message}</Hint>
        </div>
      )}
    </Stack>
  );
}
