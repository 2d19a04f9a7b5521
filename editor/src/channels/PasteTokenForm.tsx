/** Connects a number, page or account by its ids and keys, each explained where it is asked for. */

import { Button, Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { issueOf, toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { newKey } from "../api/new-key.ts";
import { channelsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { AfterConnecting } from "./AfterConnecting.tsx";
import { type MetaPlatform, platformWords } from "./platform-words.ts";

const FIELDS = ["name", "platformId", "accessToken", "appSecret", "verifyToken"] as const;
type Field = (typeof FIELDS)[number];

interface PasteTokenFormProps {
  platform: MetaPlatform;
  title: string;
  onClose: () => void;
}

export function PasteTokenForm({ platform, title, onClose }: PasteTokenFormProps) {
  const client = useQueryClient();
  const words = platformWords()[platform];
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
        platform,
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
    return (
      <AfterConnecting
        channel={connect.data}
        webhook={words.webhook}
        verifyToken={form.verifyToken.trim()}
        onClose={onClose}
      />
    );
  }
  const general = connect.isError && !FIELDS.some((name) => issueOf(connect.error, name));

  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        connect.mutate();
      }}
    >
      <Stack gap="md">
        <Text c="dimmed" size="sm">
          {t(
            "All of this is in Meta's developer console, under your app. Keys are stored encrypted and never shown again.",
          )}
        </Text>
        {general && <Hint tone="bad">{toApiError(connect.error).message}</Hint>}
        <TextInput
          label={t("Name")}
          description={t("What you call it.")}
          placeholder={t("Shop")}
          required
          withAsterisk={false}
          maxLength={80}
          {...field("name")}
        />
        <TextInput
          label={words.id.label}
          description={words.id.where}
          placeholder={words.id.example}
          inputMode="numeric"
          pattern="\s*\d{3,32}\s*"
          title={t("Digits only")}
          required
          withAsterisk={false}
          {...field("platformId")}
        />
        <PasswordInput
          label={t("Access token")}
          description={words.token}
          required
          withAsterisk={false}
          {...field("accessToken")}
        />
        <PasswordInput
          label={t("App secret")}
          description={t(
            "App settings → Basic. With it Hilo knows that a webhook really comes from Meta. Empty: the server's own is used.",
          )}
          {...field("appSecret")}
        />
        <TextInput
          label={t("Verify token")}
          description={t(
            "Any words that only you and Meta know; you will paste them into Meta's webhook form next.",
          )}
          {...field("verifyToken")}
        />
        <Group justify="flex-end" gap="sm" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={connect.isPending}>
            {t("Connect")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
