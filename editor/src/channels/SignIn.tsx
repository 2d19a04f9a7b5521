/** To Meta and back: by Facebook for all platforms, by Instagram itself for one account without a page. */

import { Button, Divider, Group, Text } from "@mantine/core";
import { IconBrandInstagram, IconBrandMeta } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { t } from "../i18n/t.ts";
import { Hint } from "../shell/Hint.tsx";
import styles from "./Connect.module.css";
import type { MetaPlatform } from "./platform-words.ts";

export type Login = "facebook" | "instagram";

interface SignInProps {
  platform: MetaPlatform;
  /** Those that the server can do for the platform; the first is the usual one. */
  logins: readonly Login[];
  onByHand: () => void;
}

const ICONS = { facebook: IconBrandMeta, instagram: IconBrandInstagram };

export function SignIn({ platform, logins, onByHand }: SignInProps) {
  const start = useMutation({
    mutationFn: (login: Login) => api.connections.start({ platforms: [platform], login }),
    // Meta's own page: it comes back to this one.
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <div className={styles.signIn}>
        <Text size="sm">{wordsOf(logins)}</Text>
        <Group justify="center" gap="sm">
          {logins.map((login, n) => {
            const Icon = ICONS[login];
            return (
              <Button
                key={login}
                variant={n === 0 ? "filled" : "default"}
                leftSection={<Icon size={19} aria-hidden />}
                loading={start.variables === login && (start.isPending || start.isSuccess)}
                onClick={() => start.mutate(login)}
              >
                {login === "facebook" ? t("Sign in at Meta") : t("Sign in at Instagram")}
              </Button>
            );
          })}
        </Group>
      </div>
      {start.isError && <Hint tone="bad">{toApiError(start.error).message}</Hint>}
      <Divider label={t("or")} />
      <Group justify="center">
        <Button variant="subtle" onClick={onByHand}>
          {t("Paste a token instead")}
        </Button>
      </Group>
    </>
  );
}

function wordsOf(logins: readonly Login[]): string {
  if (!logins.includes("instagram"))
    return t(
      "You sign in at Meta and say what Hilo may use. Then you choose here. Leave all boxes of Meta's dialog ticked: each is needed.",
    );
  const own = t(
    "You sign in at Instagram and say what Hilo may use. The account is connected when you come back; it needs no Facebook page.",
  );
  const linked = t("An account that is linked to a Facebook page can be had at Meta, too.");
  return logins.includes("facebook") ? `${own} ${linked}` : own;
}
