/** When the workspace is open: what “business hours” means in flows. */

import type { Schedule } from "@hilo/flow-engine";
import { Button, Group, Skeleton, Stack, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { workspaceQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { ScheduleFields } from "../nodes/fields/schedule/ScheduleFields.tsx";
import { OFFICE_HOURS } from "../nodes/fields/schedule/schedule-words.ts";
import { SettingsCard } from "./SettingsCard.tsx";
import { useChangeWorkspace } from "./use-change-workspace.ts";

export function HoursCard() {
  const { data } = useQuery(workspaceQuery);
  return (
    <SettingsCard
      title={t("Opening hours")}
      about={t("What “open” means in flows: the steps that look at the hours, waits, and triggers.")}
    >
      {data ? (
        <Hours key={JSON.stringify(data.hours)} saved={data.hours} />
      ) : (
        <Skeleton height={56} radius="md" />
      )}
    </SettingsCard>
  );
}

function Hours({ saved }: { saved: Schedule | null }) {
  const [hours, setHours] = useState(saved);
  const change = useChangeWorkspace();
  const changed = JSON.stringify(hours) !== JSON.stringify(saved);
  return (
    <Stack gap="md">
      <Switch
        label={t("Always open")}
        checked={hours === null}
        onChange={(event) => setHours(event.currentTarget.checked ? null : (saved ?? OFFICE_HOURS))}
      />
      {hours && <ScheduleFields schedule={hours} onChange={setHours} />}
      <Group justify="flex-end">
        <Button disabled={!changed} loading={change.isPending} onClick={() => change.mutate({ hours })}>
          {t("Save")}
        </Button>
      </Group>
    </Stack>
  );
}
