/** The number is stored: what is left to do on Meta's side. */
import type { Channel } from "@hilo/server/contract";
import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { CopyField } from "../shell/CopyField.tsx";

export interface AfterConnectingProps {
  channel: Channel;
  verifyToken: string;
  onClose: () => void;
}

/** Meta calls only public addresses. */
const isPublic = () => window.location.protocol === "https:";

export function AfterConnecting({ channel, verifyToken, onClose }: AfterConnectingProps) {
  return (
    <Modal opened onClose={onClose} title={`“${channel.name}” is connected`} size="lg">
      <Stack gap="md">
        <Text c="dimmed">One thing is left, so that what customers write reaches Hilo.</Text>
        <List type="ordered" spacing={6}>
          <List.Item>In Meta's console open WhatsApp → Configuration and edit the webhook.</List.Item>
          <List.Item>Paste these two, then press “Verify and save”.</List.Item>
          <List.Item>
            Under “Webhook fields” subscribe to <strong>messages</strong>.
          </List.Item>
        </List>
        <CopyField label="Callback URL" value={`${window.location.origin}${channel.webhookPath}`} />
        {verifyToken && <CopyField label="Verify token" value={verifyToken} />}
        {!isPublic() && (
          <Text size="sm" c="dimmed">
            You are looking at Hilo without https. Meta reaches it only at a public https address: put that in
            place of this one.
          </Text>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>Done</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
