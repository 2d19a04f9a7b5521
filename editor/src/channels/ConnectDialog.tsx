/** Connects a channel: which platform, then signing in at Meta, or ids and keys by hand. */

import { Button, Divider, Group, List, Modal, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { IconBrandMeta } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { connectionSetupQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { CopyField } from "../shell/CopyField.tsx";
import { Hint } from "../shell/Hint.tsx";
import { PLATFORM_NAMES } from "../shell/platforms.ts";
import styles from "./Connect.module.css";
import { PasteTokenForm } from "./PasteTokenForm.tsx";
import { META_PLATFORMS, type MetaPlatform, platformWords } from "./platform-words.ts";

export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const [platform, setPlatform] = useState<MetaPlatform>("whatsapp");
  const [byHand, setByHand] = useState(false);
  const setup = useQuery(connectionSetupQuery);
  const canSignIn = setup.data?.canSignIn === true;
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
        {canSignIn && !byHand && <SignIn platform={platform} onByHand={() => setByHand(true)} />}
        {(byHand || (setup.data && !canSignIn)) && (
          <PasteTokenForm key={platform} platform={platform} title={title} onClose={onClose} />
        )}
        {setup.data && <Addresses setup={setup.data} />}
      </Stack>
    </Modal>
  );
}

function SignIn({ platform, onByHand }: { platform: MetaPlatform; onByHand: () => void }) {
  const start = useMutation({
    mutationFn: () => api.connections.start({ platforms: [platform] }),
    // Meta's own page: it comes back to this one.
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      <div className={styles.signIn}>
        <Text size="sm">
          {t(
            "You sign in at Meta and say what Hilo may use. Then you choose here. Leave all boxes of Meta's dialog ticked: each is needed.",
          )}
        </Text>
        <Button
          leftSection={<IconBrandMeta size={19} aria-hidden />}
          loading={start.isPending || start.isSuccess}
          onClick={() => start.mutate()}
        >
          {t("Sign in at Meta")}
        </Button>
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
function Addresses({ setup }: { setup: Awaited<ReturnType<typeof api.connections.setup>> }) {
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
