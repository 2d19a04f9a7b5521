/** The workspace: names, hours, words, teams, secrets, keys, usage. */

import { Stack } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { useManages } from "../shell/use-me.ts";
import { ApiKeys } from "./ApiKeys.tsx";
import { HoursCard } from "./HoursCard.tsx";
import { SecretsCard } from "./SecretsCard.tsx";
import { TeamsCard } from "./TeamsCard.tsx";
import { UsageCard } from "./UsageCard.tsx";
import { WordsCard } from "./WordsCard.tsx";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

export function SettingsPage() {
  const manages = useManages();
  return (
    <Page>
      <PageHeader title={t("Settings")} />
      <Stack gap="lg">
        <WorkspaceCard />
        {manages && (
          <>
            <HoursCard />
            <WordsCard />
            <TeamsCard />
            <SecretsCard />
            <ApiKeys />
            <UsageCard />
          </>
        )}
      </Stack>
    </Page>
  );
}
