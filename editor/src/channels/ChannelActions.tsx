/** Check, pause, new token, remove. */

import type { Channel } from "@hilo/server/contract";
import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { channelsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { ConfirmDialog } from "../shell/ConfirmDialog.tsx";
import { channelName } from "../shell/stored-names.ts";
import { ChannelSettingsDialog } from "./ChannelSettingsDialog.tsx";
import { deliveryWords } from "./delivery-words.ts";
import { NewTokenDialog } from "./NewTokenDialog.tsx";
import { SignInAgain } from "./SignInAgain.tsx";

type Open = "nothing" | "settings" | "remove" | "disconnect" | "token";

export function ChannelActions({ channel }: { channel: Channel }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>("nothing");
  const reread = () => client.invalidateQueries({ queryKey: channelsQuery.queryKey });
  const { id } = channel;
  const check = useMutation({
    mutationFn: () => api.channels.check({ id }),
    onSuccess: async ({ ok, message }) => {
      notifications.show({
        color: ok ? "teal" : "red",
        title: ok ? t("It works") : t("It does not work"),
        message: deliveryWords(message),
        autoClose: 9_000,
      });
      await reread();
    },
    onError: (thrown) => notifyError(t("The channel was not checked"), thrown),
  });
  const pause = useMutation({
    mutationFn: (state: "active" | "paused") => api.channels.update({ id, state }),
    onSuccess: reread,
    onError: (thrown) => notifyError(t("The channel was not changed"), thrown),
  });
  const remove = useMutation({
    mutationFn: () => api.channels.remove({ id }),
    onSuccess: async () => {
      await reread();
      notifyDone(t("“{name}” was removed", { name: channelName(channel) }));
    },
    onError: (thrown) => notifyError(t("The channel was not removed"), thrown),
  });
  const disconnect = useMutation({
    mutationFn: () => api.channels.disconnect({ id }),
    onSuccess: async () => {
      setOpen("nothing");
      await reread();
    },
    onError: (thrown) => notifyError(t("The channel was not disconnected"), thrown),
  });
  if (channel.platform === "simulator") return null;
  const paused = channel.state === "paused";
  const working = channel.state === "active" || paused;

  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {t("Check")}
      </Button>
      <SignInAgain platform={channel.platform} login={channel.login} needed={!working} />
      <Button size="compact-sm" variant="default" onClick={() => setOpen("settings")}>
        {t("Settings…")}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setOpen("token")}>
        {t("New token…")}
      </Button>
      {working && (
        <Button
          size="compact-sm"
          variant="default"
          loading={pause.isPending}
          onClick={() => pause.mutate(paused ? "active" : "paused")}
        >
          {paused ? t("Go on") : t("Pause")}
        </Button>
      )}
      {channel.hasAccessToken && (
        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setOpen("disconnect")}>
          {t("Disconnect…")}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setOpen("remove")}>
        {t("Remove…")}
      </Button>
      {open === "settings" && <ChannelSettingsDialog channel={channel} onClose={() => setOpen("nothing")} />}
      {open === "token" && <NewTokenDialog channel={channel} onClose={() => setOpen("nothing")} />}
      <ConfirmDialog
        opened={open === "disconnect"}
        title={t("Disconnect this channel?")}
        confirm={t("Disconnect")}
        busy={disconnect.isPending}
        onConfirm={() => disconnect.mutate()}
        onClose={() => setOpen("nothing")}
      >
        {t(
          "Hilo forgets the token of “{name}” and takes its webhooks back at Meta. Conversations and settings stay, and it can be connected again.",
          { name: channelName(channel) },
        )}
      </ConfirmDialog>
      <ConfirmDialog
        opened={open === "remove"}
        title={t("Remove this channel?")}
        confirm={t("Remove the channel")}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setOpen("nothing")}
      >
        {t("Hilo forgets the keys of “{name}” and answers nobody on it any more. The conversations stay.", {
          name: channelName(channel),
        })}
      </ConfirmDialog>
    </Group>
  );
}
