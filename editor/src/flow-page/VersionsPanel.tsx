/** The flow's published versions: who, when and why; to look at, to compare, to go back to. */

import type { FlowVersion } from "@hilo/server/contract";
import { Button, CloseButton, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { versionsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { StatusPill } from "../shell/StatusPill.tsx";
import { ago, fullTime } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import classes from "./FlowPage.module.css";
import { VersionDialog } from "./VersionDialog.tsx";

export function VersionsPanel({ flowId, onClose }: { flowId: string; onClose(): void }) {
  const versions = useInfiniteQuery(versionsQuery(flowId));
  const [shown, setShown] = useState<FlowVersion | null>(null);
  const items = versions.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <aside className={classes.side} aria-label={t("Versions")}>
      <header className={classes.panelHead}>
        <div className={classes.panelTitle}>
          <h2>{t("Versions")}</h2>
          <p>{t("Each one is kept for ever.")}</p>
        </div>
        <CloseButton aria-label={t("Close the versions")} onClick={onClose} />
      </header>
      <div className={classes.panelBody}>
        {versions.error && (
          <LoadFailed
            what={t("The versions")}
            error={versions.error}
            onRetry={() => void versions.refetch()}
          />
        )}
        {versions.isSuccess && items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("Nothing is published yet. The first version appears here.")}
          </Text>
        )}
        <ul className={classes.versions}>
          {items.map((version) => (
            <VersionRow key={version.id} version={version} onShow={() => setShown(version)} />
          ))}
        </ul>
        <LoadMore query={versions} />
      </div>
      {shown && <VersionDialog flowId={flowId} version={shown} onClose={() => setShown(null)} />}
    </aside>
  );
}

function VersionRow({ version, onShow }: { version: FlowVersion; onShow(): void }) {
  const now = useNow();
  const { number, note, createdBy, createdAt, current } = version;
  return (
    <li className={classes.version}>
      <Group gap={8} wrap="nowrap">
        <Text fw={620}>{t("Version {number}", { number })}</Text>
        {current && <StatusPill tone="good">{t("Live")}</StatusPill>}
        <Button
          size="compact-xs"
          variant="default"
          ml="auto"
          onClick={onShow}
          aria-label={t("Open version {number}", { number })}
        >
          {t("Open")}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" title={fullTime(createdAt)}>
        {createdBy ? `${createdBy}, ` : ""}
        {ago(createdAt, now)}
      </Text>
      {note && (
        <Text size="sm" mt={2} style={{ overflowWrap: "anywhere" }}>
          {note}
        </Text>
      )}
    </li>
  );
}
