/** A message that waits for its answer: quick replies become buttons, others an open question. */
import { choiceStep, LIMITS } from "../fitting.ts";
import { textAt } from "../values.ts";
import { meantCase } from "./case-tests.ts";
import type { Chain, Target } from "./chain.ts";
import { type Conversion, template } from "./conversion.ts";
import { quickReplies } from "./references.ts";
import { attachments } from "./send-message.ts";
import type { RapidProAction, RapidProRouter } from "./source.ts";

/** How a waiting node goes on once it is answered. */
export interface Waiting {
  router: RapidProRouter;
  /** The variable that takes the answer. */
  saveAs: string;
  /** Decides by the answer. */
  decide: Target;
  /** After an answer that no option took: keeps it, then decides. */
  keepAndDecide: Target;
  category(uuid: string | null | undefined): Target;
}

const KINDS: Readonly<Record<string, string>> = {
  image: "media",
  audio: "media",
  video: "media",
  location: "location",
};
/** Said when nothing in the source says what is asked. */
const FALLBACK = "Please answer.";

function timeout({ wait }: RapidProRouter): { timeoutMinutes?: number } {
  const seconds = wait?.timeout?.seconds ?? 0;
  return seconds > 0 ? { timeoutMinutes: Math.min(525_600, Math.max(1, Math.ceil(seconds / 60))) } : {};
}

/** @param action the message that asks; null: the wait has none before it */
export function askQuestion(
  conversion: Conversion,
  chain: Chain,
  action: RapidProAction | null,
  waiting: Waiting,
): string {
  const { report } = conversion;
  if (!action) {
    report.changed(
      waiting.router,
      `No message comes before this wait, so it asks “${FALLBACK}”. Write the question.`,
    );
    return openQuestion(conversion, chain, null, FALLBACK, waiting);
  }
  for (const media of attachments(conversion, action)) chain.add("media", { ...media });
  const text = template(conversion, action, textAt(action, "text")).trim() || FALLBACK;
  const replies = quickReplies(action);
  const node =
    replies.length > 0
      ? buttons(conversion, chain, action, text, replies, waiting)
      : openQuestion(conversion, chain, action, text, waiting);
  report.carried(action, node);
  return node;
}

function openQuestion(
  conversion: Conversion,
  chain: Chain,
  action: RapidProAction | null,
  text: string,
  waiting: Waiting,
): string {
  const { router, saveAs } = waiting;
  const kind = KINDS[router.wait?.hint?.type ?? ""] ?? "text";
  const node = chain.add("ask", { text, kind, saveAs, retries: 0, ...timeout(router) }, []);
  if (action) conversion.remember(action.uuid, "text", 0, { node, key: "text" });
  chain.branch(node, "next", waiting.decide);
  chain.branch(node, "invalid", waiting.category(router.default_category_uuid));
  onTimeout(chain, node, waiting);
  return node;
}

function buttons(
  conversion: Conversion,
  chain: Chain,
  action: RapidProAction,
  given: string,
  replies: readonly string[],
  waiting: Waiting,
): string {
  const { router, saveAs } = waiting;
  let text = given;
  if (text.length > LIMITS.buttons.body) {
    const said = chain.add("text", { text });
    conversion.report.changed(
      action,
      "Its text is too long for buttons, so it is a message of its own.",
      said,
    );
    text = "Choose one:";
  }
  const options = replies.map((reply) => ({ title: template(conversion, action, reply) }));
  const step = choiceStep(text, options, { saveAs, retries: 0 });
  const node = chain.add(step.type, { ...step.data, ...timeout(router) }, []);
  for (const change of step.changes) conversion.report.changed(action, change, node);
  conversion.remember(action.uuid, "text", 0, { node, key: "text" });
  for (const [at, port] of step.ports.entries()) {
    if (port === null) continue;
    const key = `${step.type === "list" ? "rows" : "options"}.${port}.title`;
    conversion.remember(action.uuid, "quick_replies", at, { node, key });
    const meant = meantCase(replies[at] ?? "", router.cases);
    chain.branch(node, port, meant ? waiting.category(meant.category_uuid) : waiting.decide);
  }
  chain.branch(node, "invalid", waiting.keepAndDecide);
  onTimeout(chain, node, waiting);
  return node;
}

function onTimeout(chain: Chain, node: string, { router, category }: Waiting): void {
  const after = router.wait?.timeout;
  if (after) chain.branch(node, "timeout", category(after.category_uuid));
}
