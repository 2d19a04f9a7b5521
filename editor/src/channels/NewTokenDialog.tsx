/** A fresh access token for a channel whose old one ended, and the secrets that go with it. */

import type { Channel } from "@hilo/server/contract";
import { PasswordInput } from "@mantine/core";
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

export function NewTokenDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const client = useQueryClient();
  const [form, setForm] = useState({ accessToken: "", appSecret: "", verifyToken: "" });
  const filled = Object.entries(form)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== "");
  const save = useMutation({
    mutationFn: () => api.channels.update({ id: channel.id, ...Object.fromEntries(filled) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey });
      notifyDone(t("The keys of “{name}” were changed", { name: channelName(channel) }));
      onClose();
    },
  });
  const field = (name: keyof typeof form) => ({
    value: form[name],
    error: issueOf(save.error, name),
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <FormDialog
      title={t("New keys for “{name}”", { name: channelName(channel) })}
      submit={t("Save")}
      blocked={filled.length === 0}
      saving={save.isPending}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <PasswordInput
        label={t("Access token")}
        description={t("Empty fields keep what is stored.")}
        data-autofocus
        {...field("accessToken")}
      />
      <PasswordInput label={t("App secret")} {...field("appSecret")} />
      <PasswordInput label={t("Verify token")} {...field("verifyToken")} />
      {save.isError && <Hint tone="bad">{toApiError(save.error).message}</Hint>}
    </FormDialog>
  );
}
