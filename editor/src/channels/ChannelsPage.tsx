/** Where customers write: numbers and accounts, their state, and what Meta needs to know. */
import { Button, Skeleton, Stack } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { channelsQuery } from "../api/queries.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { ChannelCard } from "./ChannelCard.tsx";
import { ConnectWhatsAppDialog } from "./ConnectWhatsAppDialog.tsx";

export function ChannelsPage() {
  const channels = useQuery(channelsQuery);
  const [connecting, setConnecting] = useState(false);
  const connect = (
    <Button leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setConnecting(true)}>
      Connect WhatsApp
    </Button>
  );
  return (
    <Page>
      <PageHeader title="Channels" action={connect}>
        Where customers write. The simulator is a channel too: the same road, without Meta.
      </PageHeader>
      {channels.isPending && (
        <Stack gap="md" role="status" aria-label="Loading">
          <Skeleton height={138} radius="lg" />
          <Skeleton height={138} radius="lg" />
        </Stack>
      )}
      {channels.isError && !channels.data && (
        <LoadFailed what="The channels" error={channels.error} onRetry={() => void channels.refetch()} />
      )}
      {channels.data?.items.length === 0 && (
        <Notice title="No channel yet" actions={connect}>
          Connect a WhatsApp number, or open a flow and write to it in the simulator, which makes its own
          channel.
        </Notice>
      )}
      <Stack gap="md">
        {channels.data?.items.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} />
        ))}
      </Stack>
      {connecting && <ConnectWhatsAppDialog onClose={() => setConnecting(false)} />}
    </Page>
  );
}
