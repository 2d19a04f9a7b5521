/** An empty chat: what to write to begin, as words that can be pressed. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { flowQuery, flowsQuery } from "../api/queries.ts";
import { t } from "../i18n/t.ts";
import styles from "./PhoneScreen.module.css";

export interface FirstWordsProps {
  flowId: string | undefined;
  onWrite: (text: string) => void;
}

/** Enough to begin with; a workspace may have hundreds. */
const SHOWN = 6;

export function FirstWords({ flowId, onWrite }: FirstWordsProps) {
  const flow = useQuery({ ...flowQuery(flowId ?? ""), enabled: flowId !== undefined });
  const flows = useInfiniteQuery({ ...flowsQuery, enabled: flowId === undefined });
  const published = flowId
    ? flow.data?.published
      ? flow.data.keywords
      : []
    : (flows.data?.pages ?? []).flatMap((page) =>
        page.items.flatMap((one) => (one.published ? one.keywords : [])),
      );
  const words = [...new Set(published)].filter((word) => word !== "default").slice(0, SHOWN);
  const unpublished = flow.data !== undefined && !flow.data.published;

  return (
    <div className={styles.firstWords}>
      <p>
        {unpublished
          ? t(
              "This flow is not published, so no word starts it yet. Run the draft, or write to the flows that are.",
            )
          : t("Write as a customer would. Published flows answer to their keywords.")}
      </p>
      {words.length > 0 && (
        <div className={styles.words}>
          {words.map((word) => (
            <button key={word} type="button" onClick={() => onWrite(word)}>
              {word}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
