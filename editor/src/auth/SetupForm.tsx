/** The owner's name, address and password, and what the workspace is called. */

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate } from "react-router";
import { issueOf, toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { meQuery, setupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { AuthLayout } from "./AuthLayout.tsx";

/** As the server demands. */
const PASSWORD_MIN = 10;

export function SetupForm({ token }: { token: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState({ name: "", email: "", password: "", workspaceName: "" });
  const make = useMutation({
    mutationFn: () => {
      const workspaceName = form.workspaceName.trim();
      return api.account.setup({
        token,
        name: form.name.trim(),
        email: form.email.trim(),
        password: form.password,
        ...(workspaceName && { workspaceName }),
      });
    },
    onSuccess: async (me) => {
      client.setQueryData(meQuery.queryKey, me);
      await navigate("/flows", { replace: true });
      await client.invalidateQueries({ queryKey: setupQuery.queryKey });
    },
  });

  const field = (name: keyof typeof form) => ({
    value: form[name],
    error: issueOf(make.error, name),
    size: "md" as const,
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      setForm((old) => ({ ...old, [name]: value }));
    },
  });
  const general = make.isError && !Object.keys(form).some((name) => issueOf(make.error, name));

  return (
    <AuthLayout
      title={t("Make your account")}
      about={t("You will be the owner of this Hilo. It stays on your own server.")}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack gap="md">
          {general && <Hint tone="bad">{toApiError(make.error).message}</Hint>}
          <TextInput
            label={t("Your name")}
            autoComplete="name"
            required
            withAsterisk={false}
            autoFocus
            maxLength={80}
            {...field("name")}
          />
          <TextInput
            label={t("E-mail address")}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            {...field("email")}
          />
          <PasswordInput
            label={t("Password")}
            description={t("At least {count} characters; a short sentence is fine.", { count: PASSWORD_MIN })}
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={PASSWORD_MIN}
            maxLength={128}
            {...field("password")}
          />
          <TextInput
            label={t("Workspace")}
            description={t("Your company or project. You can leave it empty.")}
            maxLength={80}
            {...field("workspaceName")}
          />
          <Button type="submit" size="md" mt="xs" loading={make.isPending}>
            {t("Start with Hilo")}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
