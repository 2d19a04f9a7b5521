/** The workspace and its API keys. */
import { Stack } from "@mantine/core";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { ApiKeys } from "./ApiKeys.tsx";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

export function SettingsPage() {
  return (
    <Page>
      <PageHeader title="Settings" />
      <Stack gap="lg">
        <WorkspaceCard />
        <ApiKeys />
      </Stack>
    </Page>
  );
}
