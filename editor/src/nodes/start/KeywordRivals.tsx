/** While a keyword is typed: which other flows take it too, which of them all would answer, and why. */
import type { TriggerOf } from "@hilo/flow-engine";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useParams } from "react-router";
import { keywordQuery } from "../../api/queries.ts";
import { useDocument } from "../../canvas/flow-context.tsx";
import { FlowLink } from "../../flows/ExplainedTriggers.tsx";
import { WORD_WORDS } from "../../flows/global-word-words.ts";
import { reasonWords } from "../../flows/reason-words.ts";
import { t } from "../../i18n/t.ts";
import { withParts } from "../../i18n/with-parts.tsx";
import { type Rivals, rivalsOf } from "./keyword-rivals.ts";
import classes from "./start.module.css";

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 350;

export function KeywordRivals({ trigger }: { trigger: TriggerOf<"keyword"> }) {
  const { id: flowId = "" } = useParams();
  const { triggers, settings } = useDocument();
  const now = useMemo(
    () => ({ trigger, draft: { flowId, triggers, priority: settings.priority } }),
    [trigger, flowId, triggers, settings.priority],
  );
  const [asked] = useDebouncedValue(now, PAUSE_MS);
  const { keyword, mode } = asked.trigger;
  // No one text stands for all that a pattern takes.
  const enabled = flowId !== "" && mode !== "regex" && keyword.trim() !== "";
  const answer = useQuery({
    ...keywordQuery(keyword, asked.draft),
    enabled,
    // Of another keyword nothing is said, not even for a moment.
    placeholderData: (before, query) => (query?.queryKey[1] === keyword ? before : undefined),
  });
  const rivals = enabled && answer.data ? rivalsOf(answer.data, flowId) : null;
  return <div aria-live="polite">{rivals && <Said keyword={keyword} rivals={rivals} />}</div>;
}

function Said({ keyword, rivals }: { keyword: string; rivals: Rivals }) {
  const { word, outcome, others, why, drafts, sometimes } = rivals;
  return (
    <div className={classes.rivals} data-lost={outcome === "lost" || word !== null || undefined}>
      {outcome === "lost" || word !== null ? (
        <IconAlertTriangle size={15} aria-hidden />
      ) : (
        <IconInfoCircle size={15} aria-hidden />
      )}
      <div>
        {word !== null && (
          <p>
            {t("“{keyword}” means “{word}” in every flow: that goes first.", {
              keyword,
              word: t(WORD_WORDS[word]),
            })}
          </p>
        )}
        {outcome === "lost" && (
          <p>{withFlows(t("“{keyword}” starts {flows}, not this flow.", { keyword }), others)}</p>
        )}
        {outcome === "won" && (
          <p>
            {withFlows(t("“{keyword}” starts this flow. {flows} would take it too.", { keyword }), others)}
          </p>
        )}
        {outcome === "shared" && (
          <p>{withFlows(t("{flows} would take “{keyword}” too.", { keyword }), others)}</p>
        )}
        {why !== null && <p className={classes.why}>{reasonWords(why)}</p>}
        {sometimes.length > 0 && (
          <p>{withFlows(t("For some people or at some times also {flows}.", {}), sometimes)}</p>
        )}
        {drafts.length > 0 && <p>{withFlows(t("Once published, also the draft of {flows}."), drafts)}</p>}
      </div>
    </div>
  );
}

function withFlows(text: string, ids: readonly string[]): ReactNode[] {
  return withParts(text, {
    flows: ids.map((id, at) => (
      <span key={id}>
        {at > 0 && ", "}
        <FlowLink id={id} />
      </span>
    )),
  });
}
