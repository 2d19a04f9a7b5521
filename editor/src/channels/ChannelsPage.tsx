/** Where customers write: numbers, pages and accounts, their state, and what Meta needs to know. */

import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { IconInbox, IconPlus, IconTemplate } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { channelsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { useManages } from "../shell/use-me.ts";
import { ChannelCard } from "./ChannelCard.tsx";
import { ChooseDialog } from "./ChooseDialog.tsx";
import { ConnectDialog } from "./ConnectDialog.tsx";

/** Why somebody came back from Meta without a sign-in. */
const SIGN_IN_PROBLEMS: Record<string, string> = {
  // t:
  denied: "Meta was told no, so nothing was connected. Start again and leave all boxes ticked.",
  expired: "This sign-in took too long or was begun in another browser. Start again.",
  failed:
    "Meta did not accept the sign-in. Check the app's id and secret in the server's settings, and the redirect address in the app.",
  taken: "This account is connected elsewhere already.",
};

export function ChannelsPage() {
  const channels = useQuery(channelsQuery);
  const [connecting, setConnecting] = useState(false);
  const [search, setSearch] = useSearchParams();
  const connectionId = search.get("connection");
  const problem = SIGN_IN_PROBLEMS[search.get("sign-in") ?? ""];
  const manages = useManages();
  const leave = () => setSearch({}, { replace: true });
  const connect = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setConnecting(true)}>
      {t("Connect")}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={t("Channels")}
        action={
          <Group gap="sm">
            <Button
              component={Link}
              to="/channels/templates"
              variant="default"
              leftSection={<IconTemplate size={17} aria-hidden />}
            >
              {t("Templates")}
            </Button>
            {manages && (
              <Button
                component={Link}
                to="/channels/webhooks"
                variant="default"
                leftSection={<IconInbox size={17} aria-hidden />}
              >
                {t("Webhooks")}
              </Button>
            )}
            {connect}
          </Group>
        }
      >
        {t("Where customers write. The simulator is a channel too: the same road, without Meta.")}
      </PageHeader>
      <Stack gap="md">
        {problem && <Hint tone="bad">{t(problem)}</Hint>}
        {channels.isPending && (
          <Stack gap="md" role="status" aria-label={t("Loading")}>
            <Skeleton height={138} radius="lg" />
            <Skeleton height={138} radius="lg" />
          </Stack>
        )}
        {channels.isError && !channels.data && (
          <LoadFailed
            what={t("The channels")}
            error={channels.error}
            onRetry={() => void channels.refetch()}
          />
        )}
        {channels.data?.items.length === 0 && (
          <Notice title={t("No channel yet")} actions={connect}>
            {t(
              "Connect a WhatsApp number, a page or an Instagram account, or open a flow and write to it in the simulator, which makes its own channel.",
            )}
          </Notice>
        )}
        {channels.data?.items.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} />
        ))}
      </Stack>
      {connecting && <ConnectDialog onClose={() => setConnecting(false)} />}
      {connectionId && <ChooseDialog connectionId={connectionId} onClose={leave} />}
    </Page>
  );
}
