/** The workspace: names, hours, words, teams, secrets, keys, usage. */

import { Stack } from "@mantine/core";
import { t } from "../i18n/t.ts";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { useManages, useMe } from "../shell/use-me.ts";
import { ApiKeys } from "./ApiKeys.tsx";
import { CannedRepliesCard } from "./CannedRepliesCard.tsx";
import { HoursCard } from "./HoursCard.tsx";
import { SecretsCard } from "./SecretsCard.tsx";
import { TeamsCard } from "./TeamsCard.tsx";
import { UsageCard } from "./UsageCard.tsx";
import { WordsCard } from "./WordsCard.tsx";
import { WorkspaceCard } from "./WorkspaceCard.tsx";

export function SettingsPage() {
  const manages = useManages();
  const role = useMe()?.role;
  const answers = role !== undefined && role !== "viewer";
  return (
    <Page>
      <PageHeader title={t("Settings")} />
      <Stack gap="lg">
        <WorkspaceCard />
        {answers && <CannedRepliesCard />}
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
