/** What customers wrote that no flow took, and what a keyword would have made of it. */
import { KEYWORD_MODES, type KeywordMode } from "@hilo/flow-engine";
import { Badge, Button, Group, Select, Skeleton, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { unmatchedQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import { SettingsCard } from "../settings/SettingsCard.tsx";
import { LoadFailed } from "../shell/LoadFailed.tsx";
import { ago } from "../shell/time.ts";
import { useNow } from "../shell/use-now.ts";
import styles from "./Analytics.module.css";
import type { ReportPeriod } from "./AnalyticsPage.tsx";

/** As many are shown at first. */
const FIRST = 8;

export function Unmatched({ period }: { period: ReportPeriod }) {
  const now = useNow();
  const query = useQuery(unmatchedQuery(period));
  const [shown, setShown] = useState(FIRST);
  const items = query.data?.items ?? [];
  return (
    <SettingsCard
      title={t("What nobody understood")}
      about={t(
        "Words that no keyword took and no person answered. The same words together, however they are written.",
      )}
    >
      {query.isPending && <Skeleton height={120} radius="md" />}
      {query.isError && !query.data && (
        <LoadFailed small what={t("The report")} error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && items.length === 0 && (
        <p className={styles.none}>
          {t("Everything that was written was taken by a keyword or answered by a person.")}
        </p>
      )}
      {items.length > 0 && (
        <>
          <WhatIf key={`${period.days} ${period.channelId}`} period={period} />
          <ul className={styles.texts}>
            {items.slice(0, shown).map(({ text, count, flowName, lastAt, conversationId }) => (
              <li key={conversationId + text}>
                <Badge variant="light" color="mulberry">
                  {count}
                </Badge>
                <span className={styles.text} dir="auto">
                  {text}
                </span>
                <span className={styles.soft}>
                  {flowName === null ? t("left without an answer") : t("got “{flow}”", { flow: flowName })}
                </span>
                <Link to={`/conversations/${conversationId}`}>{ago(lastAt, now)}</Link>
              </li>
            ))}
          </ul>
          {items.length > shown && (
            <Button variant="subtle" size="compact-sm" onClick={() => setShown(items.length)}>
              {t("Show more")}
            </Button>
          )}
        </>
      )}
    </SettingsCard>
  );
}

const modes = (): Record<KeywordMode, string> => ({
  word: t("as a whole word"),
  exact: t("and nothing else"),
  "starts-with": t("at the beginning"),
  contains: t("anywhere, also inside words"),
  regex: t("as a pattern"),
});

function WhatIf({ period }: { period: ReportPeriod }) {
  const [keyword, setKeyword] = useState("");
  const [mode, setMode] = useState<KeywordMode>("word");
  const ask = useMutation({
    mutationFn: () => api.analytics.whatIf({ ...period, keyword: keyword.trim(), mode }),
  });
  return (
    <form
      className={styles.whatIf}
      onSubmit={(event) => {
        event.preventDefault();
        if (keyword.trim() !== "") ask.mutate();
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t("What if there were the keyword")}
          placeholder={t("price")}
          maxLength={200}
          value={keyword}
          onChange={(event) => {
            setKeyword(event.currentTarget.value);
            ask.reset();
          }}
        />
        <Select
          aria-label={t("How it counts")}
          allowDeselect={false}
          data={KEYWORD_MODES.map((value) => ({ value, label: modes()[value] }))}
          value={mode}
          onChange={(value) => {
            setMode(KEYWORD_MODES.find((one) => one === value) ?? "word");
            ask.reset();
          }}
        />
        <Button type="submit" variant="light" loading={ask.isPending} disabled={keyword.trim() === ""}>
          {t("Ask")}
        </Button>
      </Group>
      <p className={styles.verdict} role="status">
        {ask.isError && toApiError(ask.error).message}
        {ask.data?.taken === 0 && t("It would have taken none of {of}.", { of: ask.data.of })}
        {ask.data !== undefined &&
          ask.data.taken > 0 &&
          t("It would have taken {taken} of {of} messages, from {people} people: {examples}", {
            taken: ask.data.taken,
            of: ask.data.of,
            people: ask.data.people,
            examples: ask.data.examples.map((text) => `“${text}”`).join(", "),
          })}
      </p>
    </form>
  );
}
