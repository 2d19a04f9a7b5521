/** WhatsApp's message templates as Meta has them: found, looked at as a phone shows them, asked for anew. */

import type { MessageTemplate } from "@hilo/server/contract";
import { Anchor, Button, Checkbox, Select, Skeleton, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconRefresh, IconSearch } from "@tabler/icons-react";
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { api } from "../api/client.ts";
import { notifyDone, notifyError } from "../api/notify.ts";
import { channelsQuery, templatesQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { withParts } from "../i18n/with-parts.tsx";
import { Hint } from "../shell/Hint.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { LoadMore } from "../shell/LoadMore.tsx";
import { Notice } from "../shell/Notice.tsx";
import { Page, PageHeader } from "../shell/PageHeader.tsx";
import { SEARCH_PAUSE_MS } from "../shell/search-pause.ts";
import { deliveryWords } from "./delivery-words.ts";
import { TemplateCard } from "./TemplateCard.tsx";
import styles from "./Templates.module.css";

export function TemplatesPage() {
  const [channelId, setChannelId] = useState<string | null>(null);
  const [search, setSearch] = useState("");
  const [sendable, setSendable] = useState(false);
  const [quiet] = useDebouncedValue(search.trim(), SEARCH_PAUSE_MS);
  const channels = useQuery(channelsQuery);
  const numbers = channels.data?.items.filter(({ platform }) => platform === "whatsapp") ?? [];
  const filter = {
    channelId: channelId ?? undefined,
    search: quiet || undefined,
    sendable: sendable || undefined,
  };
  const templates = useInfiniteQuery({ ...templatesQuery(filter), placeholderData: keepPreviousData });
  const items = templates.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = channelId !== null || quiet !== "" || sendable;

  return (
    <Page>
      <PageHeader title={t("Templates")} action={<AskMeta channelId={channelId} />}>
        {withParts(
          t(
            "The only messages that may go out more than 24 hours after a customer's last one. They are written and approved in {place}.",
          ),
          {
            place: (
              <Anchor
                href="https://business.facebook.com/wa/manage/message-templates/"
                target="_blank"
                rel="noopener noreferrer"
                inherit
              >
                WhatsApp Manager
              </Anchor>
            ),
          },
        )}
      </PageHeader>
      <Stack gap="md">
        <div className={styles.filters}>
          <TextInput
            aria-label={t("Search templates")}
            placeholder={t("Name or words")}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {numbers.length > 1 && (
            <Select
              aria-label={t("Number")}
              placeholder={t("All numbers")}
              clearable
              data={numbers.map(({ id, name }) => ({ value: id, label: name }))}
              value={channelId}
              onChange={setChannelId}
            />
          )}
          <Checkbox
            label={t("Can be sent now")}
            checked={sendable}
            onChange={(event) => setSendable(event.currentTarget.checked)}
          />
        </div>
        {templates.isPending && <Skeleton height={220} radius="lg" />}
        {templates.isError && !templates.data && (
          <LoadFailed
            what={t("The templates")}
            error={templates.error}
            onRetry={() => void templates.refetch()}
          />
        )}
        {templates.data && items.length === 0 && (
          <NoTemplates isFiltered={isFiltered} hasNumber={numbers.length > 0} />
        )}
        <TemplateList items={items} showsChannel={numbers.length > 1} />
        <LoadMore query={templates} />
      </Stack>
    </Page>
  );
}

function TemplateList({ items, showsChannel }: { items: readonly MessageTemplate[]; showsChannel: boolean }) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.list}>
      {items.map((template) => (
        <li key={template.id}>
          <TemplateCard template={template} showsChannel={showsChannel} />
        </li>
      ))}
    </ul>
  );
}

function NoTemplates({ isFiltered, hasNumber }: { isFiltered: boolean; hasNumber: boolean }) {
  if (isFiltered) return <Notice title={t("No such template")}>{t("Nothing here has these words.")}</Notice>;
  if (!hasNumber)
    return (
      <Notice
        title={t("No WhatsApp number yet")}
        actions={
          <Button component={Link} to="/channels">
            {t("To the channels")}
          </Button>
        }
      >
        {t("Templates come with a number: connect one first.")}
      </Notice>
    );
  return (
    <Notice title={t("No template yet")}>
      {t("Ask Meta for them, or write the first one in WhatsApp Manager.")}
    </Notice>
  );
}

function AskMeta({ channelId }: { channelId: string | null }) {
  const client = useQueryClient();
  const sync = useMutation({
    mutationFn: () => api.templates.sync(channelId === null ? {} : { channelId }),
    onSuccess: async ({ channels }) => {
      await client.invalidateQueries({ queryKey: ["templates"] });
      const found = channels.reduce((sum, line) => sum + line.found, 0);
      if (channels.every(({ problem }) => problem === null))
        notifyDone(t("Meta has {count} templates", { count: found }));
    },
    onError: (thrown) => notifyError(t("Meta was not asked"), thrown),
  });
  const problems = sync.data?.channels.filter(({ problem }) => problem !== null) ?? [];
  return (
    <Stack gap="xs" align="flex-end">
      <Button
        leftSection={<IconRefresh size={17} aria-hidden />}
        loading={sync.isPending}
        onClick={() => sync.mutate()}
      >
        {t("Ask Meta")}
      </Button>
      {problems.map(({ channelId: id, name, problem }) => (
        <Hint key={id} tone="warn">
          {name}: {problem && deliveryWords(problem)}
        </Hint>
      ))}
    </Stack>
  );
}
