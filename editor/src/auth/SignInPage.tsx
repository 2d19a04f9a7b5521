/** E-mail address and password, then back to where one came from. */

import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { toApiError } from "../api/api-error.ts";
import { meQuery, setupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { safeNext } from "./next-address.ts";
import { signIn } from "./requests.ts";

export function SignInPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const next = safeNext(useSearchParams()[0].get("next"));
  const me = useQuery(meQuery);
  const setup = useQuery({ ...setupQuery, enabled: me.data === null });
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async () => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
      await navigate(next, { replace: true });
    },
  });

  if (me.data) return <Navigate to={next} replace />;
  if (setup.data?.needed) return <Navigate to="/setup" replace />;

  return (
    <AuthLayout title={t("Welcome back")} about={t("Sign in to your flows and conversations.")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <Stack gap="md">
          {enter.isError && <Hint tone="bad">{toApiError(enter.error).message}</Hint>}
          <TextInput
            label={t("E-mail address")}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("Password")}
            autoComplete="current-password"
            required
            withAsterisk={false}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" mt="xs" loading={enter.isPending}>
            {t("Sign in")}
          </Button>
        </Stack>
      </form>
    </AuthLayout>
  );
}
