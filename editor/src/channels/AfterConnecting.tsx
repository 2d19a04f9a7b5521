/** The channel is stored: whether its token works, and what is left to do on Meta's side. */

import type { Channel } from "@hilo/server/contract";
import { Button, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import { CopyField } from "../shell/CopyField.tsx";
import { Hint } from "../shell/Hint.tsx";
import { channelName } from "../shell/stored-names.ts";
import { deliveryWords } from "./delivery-words.ts";

export interface AfterConnectingProps {
  channel: Channel;
  webhook: { menu: string; fields: string };
  verifyToken: string;
  onClose: () => void;
}

/** Meta calls only public addresses. */
const isPublic = () => window.location.protocol === "https:";

export function AfterConnecting({ channel, webhook, verifyToken, onClose }: AfterConnectingProps) {
  return (
    <Stack gap="md">
      <Text fw={600}>{t("“{name}” is stored", { name: channelName(channel) })}</Text>
      <FirstCheck channel={channel} />
      <Text c="dimmed">{t("One thing is left, so that what customers write reaches Hilo.")}</Text>
      <List type="ordered" spacing={6}>
        <List.Item>
          {t("In Meta's console open {menu} and edit the webhook.", { menu: webhook.menu })}
        </List.Item>
        <List.Item>{t("Paste these two, then press “Verify and save”.")}</List.Item>
        <List.Item>
          {withParts(t("Under “Webhook fields” subscribe to {fields}."), {
            fields: <strong>{webhook.fields}</strong>,
          })}
        </List.Item>
      </List>
      <CopyField label={t("Callback URL")} value={`${window.location.origin}${channel.webhookPath}`} />
      {verifyToken && <CopyField label={t("Verify token")} value={verifyToken} />}
      {!isPublic() && (
        <Text size="sm" c="dimmed">
          {t(
            "You are looking at Hilo without https. Meta reaches it only at a public https address: put that in place of this one.",
          )}
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={onClose}>{t("Done")}</Button>
      </Group>
    </Stack>
  );
}

/** A wrong token is better known now than at the first message. */
function FirstCheck({ channel: { id } }: { channel: Channel }) {
  const check = useQuery({
    queryKey: ["first-check", id],
    queryFn: () => api.channels.check({ id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (check.isPending) return <Text size="sm">{t("Asking Meta whether the token fits…")}</Text>;
  if (!check.data) return null;
  const found = deliveryWords(check.data.message);
  return check.data.ok ? <Text size="sm">{found}</Text> : <Hint tone="bad">{found}</Hint>;
}
