/** To Meta and back for a new token; nothing where the server can't send anybody there. */

import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { notifyError } from "../api/notify.ts";
import { connectionSetupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import type { MetaPlatform } from "./platform-words.ts";
import type { Login } from "./SignIn.tsx";

interface SignInAgainProps {
  platform: MetaPlatform;
  login: Login;
  needed: boolean;
}

/** @param needed the channel can do nothing without */
export function SignInAgain({ platform, login, needed }: SignInAgainProps) {
  const setup = useQuery(connectionSetupQuery);
  const start = useMutation({
    mutationFn: () => api.connections.start({ platforms: [platform], login }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (thrown) => notifyError(t("Meta can't be asked"), thrown),
  });
  const can = login === "instagram" ? setup.data?.canSignInAtInstagram : setup.data?.canSignIn;
  if (!can) return null;
  return (
    <Button
      size="compact-sm"
      variant={needed ? "filled" : "default"}
      loading={start.isPending || start.isSuccess}
      onClick={() => start.mutate()}
    >
      {t("Connect again")}
    </Button>
  );
}
