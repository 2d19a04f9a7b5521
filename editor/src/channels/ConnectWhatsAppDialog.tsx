/** Connects a WhatsApp number by its ids and keys, each explained where it is asked for. */

import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { issueOf, toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { newKey } from "../api/new-key.ts";
import { channelsQuery } from "../api/queries.ts";
import { Hint } from "../shell/Hint.tsx";
import { AfterConnecting } from "./AfterConnecting.tsx";

const FIELDS = ["name", "platformId", "accessToken", "appSecret", "verifyToken"] as const;
type Field = (typeof FIELDS)[number];

export function ConnectWhatsAppDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  // A verify token is any secret both sides know: one is proposed, so that there is nothing to think up.
  const [form, setForm] = useState<Record<Field, string>>(() => ({
    name: "",
    platformId: "",
    accessToken: "",
    appSecret: "",
    verifyToken: `hilo-${newKey()}`,
  }));
  const connect = useMutation({
    mutationFn: () => {
      const appSecret = form.appSecret.trim();
      const verifyToken = form.verifyToken.trim();
      return api.channels.create({
        platform: "whatsapp",
        name: form.name.trim(),
        platformId: form.platformId.trim(),
        accessToken: form.accessToken.trim(),
        ...(appSecret && { appSecret }),
        ...(verifyToken && { verifyToken }),
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  });
  const field = (name: Field) => ({
    value: form[name],
    error: issueOf(connect.error, name),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((old) => ({ ...old, [name]: value }));
    },
  });
  if (connect.data) {
    return <AfterConnecting channel={connect.data} verifyToken={form.verifyToken.trim()} onClose={onClose} />;
  }
  const general = connect.isError && !FIELDS.some((name) => issueOf(connect.error, name));

  return (
    <Modal opened onClose={onClose} title="Connect a WhatsApp number" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          connect.mutate();
        }}
      >
        <Stack gap="md">
          <Text c="dimmed">
            All of this is in Meta's developer console, under your app. Keys are stored encrypted and never
            shown again.
          </Text>
          {general && <Hint tone="bad">{toApiError(connect.error).message}</Hint>}
          <TextInput
            label="Name"
            description="What you call this number."
            placeholder="Shop"
            required
            withAsterisk={false}
            maxLength={80}
            data-autofocus
            {...field("name")}
          />
          <TextInput
            label="Phone number id"
            description="WhatsApp → API Setup, under “From”. A long number, not the phone number itself."
            placeholder="106540352242922"
            inputMode="numeric"
            pattern="\s*\d{3,32}\s*"
            title="Digits only"
            required
            withAsterisk={false}
            {...field("platformId")}
          />
          <PasswordInput
            label="Access token"
            description="Of a system user, with the permission whatsapp_business_messaging. The temporary one of API Setup ends after a day."
            required
            withAsterisk={false}
            {...field("accessToken")}
          />
          <PasswordInput
            label="App secret"
            description="App settings → Basic. With it Hilo knows that a webhook really comes from Meta. Empty: the server's own is used."
            {...field("appSecret")}
          />
          <TextInput
            label="Verify token"
            description="Any words that only you and Meta know; you will paste them into Meta's webhook form next."
            {...field("verifyToken")}
          />
          <Group justify="flex-end" gap="sm" mt="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={connect.isPending}>
              Connect
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
