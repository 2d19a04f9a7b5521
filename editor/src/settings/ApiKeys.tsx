/** Keys for programs that use the API. */

import { Anchor, Button, Paper, Skeleton } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { api } from "../api/client.ts";
import { apiKeysQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { ROLE_NAMES } from "../shell/roles.ts";
import { ago } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import { CreateKeyDialog } from "./CreateKeyDialog.tsx";
import { RevokeKey } from "./RevokeKey.tsx";
import styles from "./Settings.module.css";

export type ApiKey = Awaited<ReturnType<typeof api.account.apiKeys.list>>["items"][number];

export function ApiKeys() {
  const keys = useQuery(apiKeysQuery);
  const [creating, setCreating] = useState(false);
  return (
    <Paper withBorder component="section" className={styles.card} aria-labelledby="keys-title">
      <header className={styles.head}>
        <div>
          <h2 id="keys-title" className={styles.title}>
            {t("API keys")}
          </h2>
          <p className={styles.about}>
            {withParts(
              t("For your own programs. Everything this application does can be done with the {api}."),
              {
                api: (
                  <Anchor href="/api/v1/docs" target="_blank" inherit>
                    API
                  </Anchor>
                ),
              },
            )}
          </p>
        </div>
        <Button
          leftSection={<IconPlus size={17} aria-hidden />}
          variant="light"
          onClick={() => setCreating(true)}
        >
          {t("New key")}
        </Button>
      </header>
      {keys.isPending && <Skeleton height={56} radius="md" />}
      {keys.isError && !keys.data && (
        <LoadFailed small what={t("The keys")} error={keys.error} onRetry={() => void keys.refetch()} />
      )}
      {keys.data?.items.length === 0 && <p className={styles.none}>{t("No keys yet.")}</p>}
      <ul className={styles.keys}>
        {keys.data?.items.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
      {creating && <CreateKeyDialog onClose={() => setCreating(false)} />}
    </Paper>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const now = useNow();
  return (
    <li className={styles.key}>
      <div className={styles.keyWords}>
        <p className={styles.keyName}>{apiKey.name}</p>
        <p className={styles.keyFacts}>
          <code>{apiKey.prefix}…</code> {t(ROLE_NAMES[apiKey.role])} ·{" "}
          {apiKey.lastUsedAt ? t("used {when}", { when: ago(apiKey.lastUsedAt, now) }) : t("never used")}
        </p>
      </div>
      <RevokeKey apiKey={apiKey} />
    </li>
  );
}
