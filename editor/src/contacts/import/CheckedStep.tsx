/** The third step: what would become of the rows, and the button that lets it happen. */
import type { ContactImport } from "@hilo/server/contract";
import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { contactImportQuery } from "../../api/queries.ts";
import { t, tCount } from "../../i18n/t.ts";
import { Hint } from "../../shell/Hint.tsx";
import { ImportRows } from "./ImportRows.tsx";

export function CheckedStep({ found, onBack }: { found: ContactImport; onBack(): void }) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: () => api.contactImports.run({ id: found.id }),
    onSuccess: (started) => client.setQueryData(contactImportQuery(found.id).queryKey, started),
  });
  const { made, changed, same } = found.counts;
  const coming = made + changed + same;
  return (
    <Stack gap="md">
      <ImportRows found={found} />
      {run.isError && (
        <div role="alert">
          <Hint tone="bad">{toApiError(run.error).message}</Hint>
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t("Change the columns")}
        </Button>
        <Button disabled={coming === 0} loading={run.isPending} onClick={() => run.mutate()}>
          {tCount(coming, "Import 1 person", "Import {count} people")}
        </Button>
      </Group>
    </Stack>
  );
}
