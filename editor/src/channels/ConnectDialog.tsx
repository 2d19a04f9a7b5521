/** Connects a channel: which platform, then signing in at Meta, or ids and keys by hand. */

import { List, Modal, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { api } from "../api/client.ts";
import { connectionSetupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { CopyField } from "../shell/CopyField.tsx";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import styles from "./Connect.module.css";
import { PasteTokenForm } from "./PasteTokenForm.tsx";
import { META_PLATFORMS, type MetaPlatform, platformWords } from "./platform-words.ts";
import { type Login, SignIn } from "./SignIn.tsx";

type Setup = Awaited<ReturnType<typeof api.connections.setup>>;

export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const [platform, setPlatform] = useState<MetaPlatform>("whatsapp");
  const [byHand, setByHand] = useState(false);
  const setup = useQuery(connectionSetupQuery);
  const logins = loginsOf(platform, setup.data);
  const canSignIn = logins.length > 0;
  const { title, about } = platformWords()[platform];

  return (
    <Modal opened onClose={onClose} title={t("Connect a channel")} size="lg">
      <Stack gap="md">
        <SegmentedControl
          aria-label={t("Platform")}
          fullWidth
          value={platform}
          onChange={(value) => setPlatform(META_PLATFORMS.find((one) => one === value) ?? "whatsapp")}
          data={META_PLATFORMS.map((value) => ({ value, label: PLATFORM_NAMES[value] }))}
        />
        <Text c="dimmed" size="sm">
          {about}
        </Text>
        {setup.isPending && <Skeleton height={120} radius="md" />}
        {setup.data && !canSignIn && <NoSignIn />}
        {canSignIn && !byHand && (
          <SignIn platform={platform} logins={logins} onByHand={() => setByHand(true)} />
        )}
        {(byHand || (setup.data && !canSignIn)) && (
          <PasteTokenForm key={platform} platform={platform} title={title} onClose={onClose} />
        )}
        {setup.data && <Addresses setup={setup.data} />}
      </Stack>
    </Modal>
  );
}

/** An account of its own comes first: it asks for less. */
function loginsOf(platform: MetaPlatform, setup: Setup | undefined): Login[] {
  return [
    ...(platform === "instagram" && setup?.canSignInAtInstagram ? (["instagram"] as const) : []),
    ...(setup?.canSignIn ? (["facebook"] as const) : []),
  ];
}

function NoSignIn() {
  return (
    <Hint tone="warn">
      {t(
        "Signing in at Meta needs META_APP_ID and META_APP_SECRET in the server's settings. Without them, paste a token.",
      )}
    </Hint>
  );
}

/** What has to be written into the app at Meta, once. */
function Addresses({ setup }: { setup: Setup }) {
  return (
    <details className={styles.addresses}>
      <summary>{t("Addresses that your app at Meta has to know")}</summary>
      <Stack gap="sm" mt="sm">
        <CopyField
          label={t("Webhook callback URL")}
          value={setup.webhookUrl}
          description={t("Of each product of the app.")}
        />
        <CopyField
          label={t("Valid OAuth redirect URI")}
          value={setup.redirectUrl}
          description={t("Facebook Login → Settings.")}
        />
        <CopyField
          label={t("Deauthorize callback URL")}
          value={setup.deauthorizeUrl}
          description={t("Facebook Login → Settings.")}
        />
        <CopyField
          label={t("Data deletion request URL")}
          value={setup.dataDeletionUrl}
          description={t("App settings → Basic.")}
        />
        {setup.webhookUrl.startsWith("http://") && (
          <List size="sm" c="dimmed">
            <List.Item>
              {t("Meta calls public https addresses only: set PUBLIC_URL to the one this server has.")}
            </List.Item>
          </List>
        )}
      </Stack>
    </details>
  );
}
