/** How a channel behaves: its name, who takes over when a person answers elsewhere, and its pace. */

import type { Channel } from "@hilo/server/contract";
import { Group, NumberInput, Switch, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { issueOf, toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { notifyDone } from "../api/notify.ts";
import { channelsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { FormDialog } from "../shell/FormDialog.tsx";
import { Hint } from "../shell/Hint.tsx";
import { channelName } from "../shell/stored-names.ts";

const WEEK_MINUTES = 7 * 24 * 60;

/** Empty means as usual. */
const orNull = (value: number | string): number | null => (typeof value === "number" ? value : null);

export function ChannelSettingsDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState(channel.name);
  const [accountId, setAccountId] = useState(channel.accountId ?? "");
  const [settings, setSettings] = useState(channel.settings);
  const change = (part: Partial<Channel["settings"]>) => setSettings((old) => ({ ...old, ...part }));
  const save = useMutation({
    mutationFn: () => {
      const account = accountId.trim();
      return api.channels.update({
        id: channel.id,
        name: name.trim(),
        settings,
        ...(account !== "" && account !== channel.accountId && { accountId: account }),
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey });
      notifyDone(t("“{name}” was changed", { name: name.trim() }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("Settings of “{name}”", { name: channelName(channel) })}
      submit={t("Save")}
      saving={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("Name")}
        required
        withAsterisk={false}
        maxLength={80}
        data-autofocus
        error={issueOf(save.error, "name")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <PeopleSettings settings={settings} platform={channel.platform} onChange={change} />
      <PaceSettings settings={settings} onChange={change} />
      {channel.platform === "whatsapp" && (
        <TextInput
          label={t("WhatsApp Business Account id")}
          description={t(
            "Found by itself when the token may see it; templates and news of the account go by it.",
          )}
          inputMode="numeric"
          error={issueOf(save.error, "accountId")}
          value={accountId}
          onChange={(event) => setAccountId(event.currentTarget.value)}
        />
      )}
      {save.isError && <Hint tone="bad">{toApiError(save.error).message}</Hint>}
    </FormDialog>
  );
}

interface PartProps {
  settings: Channel["settings"];
  onChange(part: Partial<Channel["settings"]>): void;
}

function PeopleSettings({ settings, platform, onChange }: PartProps & { platform: Channel["platform"] }) {
  return (
    <>
      <Switch
        label={t("The bot stops when a person answers elsewhere")}
        description={t("On the phone, in the platform's own inbox, or by another app.")}
        checked={settings.pauseOnEcho}
        onChange={(event) => onChange({ pauseOnEcho: event.currentTarget.checked })}
      />
      {settings.pauseOnEcho && (
        <NumberInput
          label={t("It goes on after so many minutes")}
          description={t("0: when the conversation is handed back.")}
          min={0}
          max={WEEK_MINUTES}
          allowDecimal={false}
          value={settings.echoPauseMinutes}
          onChange={(value) => onChange({ echoPauseMinutes: orNull(value) ?? 0 })}
        />
      )}
      <NumberInput
        label={t("Messages older than so many minutes get no automatic answer")}
        description={t("They came late: people see them, flows do not.")}
        min={1}
        max={WEEK_MINUTES}
        allowDecimal={false}
        value={settings.lateMinutes}
        onChange={(value) => onChange({ lateMinutes: orNull(value) ?? 1 })}
      />
      {(platform === "messenger" || platform === "instagram") && (
        <Switch
          label={t("Human agent")}
          description={t("Meta has granted it: people may answer by hand for seven days.")}
          checked={settings.humanAgent}
          onChange={(event) => onChange({ humanAgent: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

function PaceSettings({ settings, onChange }: PartProps) {
  return (
    <Group grow align="flex-start">
      <NumberInput
        label={t("Messages a second")}
        description={t("Empty: as the platform allows.")}
        min={1}
        max={1_000}
        allowDecimal={false}
        value={settings.messagesPerSecond ?? ""}
        onChange={(value) => onChange({ messagesPerSecond: orNull(value) })}
      />
      <NumberInput
        label={t("Messages an hour")}
        description={t("Empty: no such limit.")}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        value={settings.messagesPerHour ?? ""}
        onChange={(value) => onChange({ messagesPerHour: orNull(value) })}
      />
    </Group>
  );
}
