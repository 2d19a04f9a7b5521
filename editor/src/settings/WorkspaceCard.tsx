/** What the workspace is called, and where its day begins. */

import { Autocomplete, Button, Group, Skeleton, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { workspaceQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { ROLE_NAMES } from "../shell/roles.ts";
import { useMe } from "../shell/use-me.ts";
import styles from "./Settings.module.css";
import { SettingsCard } from "./SettingsCard.tsx";
import { useChangeWorkspace } from "./use-change-workspace.ts";

export function WorkspaceCard() {
  const me = useMe();
  const workspace = useQuery(workspaceQuery);
  if (!me) return null;
  return (
    <SettingsCard
      title={t("Workspace")}
      about={t("You are {name} ({role}).", {
        name: me.user?.name ?? t("an API key"),
        role: t(ROLE_NAMES[me.role]),
      })}
    >
      {workspace.isPending && <Skeleton height={56} radius="md" />}
      {workspace.isError && !workspace.data && (
        <LoadFailed
          small
          what={t("The settings")}
          error={workspace.error}
          onRetry={() => void workspace.refetch()}
        />
      )}
      {workspace.data && (
        <Names key={workspace.data.id} name={workspace.data.name} timeZone={workspace.data.timeZone} />
      )}
    </SettingsCard>
  );
}

function Names(before: { name: string; timeZone: string }) {
  const [name, setName] = useState(before.name);
  const [timeZone, setTimeZone] = useState(before.timeZone);
  const change = useChangeWorkspace();
  const changed = name.trim() !== before.name || timeZone !== before.timeZone;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name: name.trim(), timeZone });
      }}
    >
      <Stack gap="sm">
        <div className={styles.fields}>
          <TextInput
            label={t("Name")}
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Autocomplete
            label={t("Time zone")}
            data={Intl.supportedValuesOf("timeZone")}
            limit={30}
            value={timeZone}
            onChange={setTimeZone}
          />
        </div>
        <Group justify="flex-end">
          <Button type="submit" disabled={!changed || name.trim() === ""} loading={change.isPending}>
            {t("Save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
