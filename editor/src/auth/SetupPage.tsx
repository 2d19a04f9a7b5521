/** The first page ever seen: makes the owner's account from the link that the terminal printed. */

import { Button, Code, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useSearchParams } from "react-router";
import { setupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { SetupForm } from "./SetupForm.tsx";

export function SetupPage() {
  const token = useSearchParams()[0].get("token");
  const setup = useQuery(setupQuery);

  if (setup.isError)
    return <LoadFailed what="Hilo" error={setup.error} onRetry={() => void setup.refetch()} fill />;
  if (setup.isPending) return null;
  if (!setup.data.needed) return <AlreadySetUp hadToken={token !== null} />;
  return token ? <SetupForm token={token} /> : <FindTheLink onRetry={() => void setup.refetch()} />;
}

function AlreadySetUp({ hadToken }: { hadToken: boolean }) {
  if (!hadToken) return <Navigate to="/sign-in" replace />;
  return (
    <AuthLayout
      title={t("This link was used")}
      about={t("The owner's account has been made. Sign in with it, or ask the owner to invite you.")}
    >
      <Button component={Link} to="/sign-in" size="md" fullWidth>
        {t("Sign in")}
      </Button>
    </AuthLayout>
  );
}

function FindTheLink({ onRetry }: { onRetry: () => void }) {
  return (
    <AuthLayout title={t("Almost there")} about={t("Hilo runs, and waits for its owner.")}>
      <Stack gap="md">
        <Text>
          {t(
            "In the terminal where Hilo was started there is a link that makes the owner's account. It looks like this:",
          )}
        </Text>
        <Code block>{`${window.location.origin}/setup?token=…`}</Code>
        <Text c="dimmed">
          {t(
            "Open that link here. It works once, so nobody else can take the place. Can't find it? Start Hilo again: as long as there is no owner, the link is printed at each start.",
          )}
        </Text>
        <Button variant="default" size="md" onClick={onRetry}>
          {t("I have an account now")}
        </Button>
      </Stack>
    </AuthLayout>
  );
}
