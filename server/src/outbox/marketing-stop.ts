/**
 * A person who stopped marketing, at the platform or by telling us, gets none from here on any channel, whoever sends it:
 * a template of the category MARKETING is refused before Meta would (131050). Answers and other templates go.
 */
import type { MessageContent } from "@hilo/flow-engine";
import type { DeliveryError, SendResult } from "../channels/channel.ts";
import type { ChannelRecord } from "../channels/directory.ts";
import { type Queryable, statement } from "../db/sql.ts";
import type { ClaimedMessage } from "./send-one.ts";

/** Opt-outs are the contact's, so they hold wherever the person is talked to. A template that is not known here has no category: Meta judges. */
const findStop = statement<{ atPlatform: boolean }>(
  "find-marketing-stop",
  `SELECT p.marketing_opted_out_at IS NOT NULL AS "atPlatform"
     FROM contacts p JOIN templates t ON t.workspace_id = p.workspace_id
    WHERE p.workspace_id = $1 AND p.id = $2 AND t.channel_id = $3 AND t.name = $4 AND t.language = $5
      AND upper(t.category) = 'MARKETING' AND (p.marketing_opted_out_at IS NOT NULL OR p.opted_out_at IS NOT NULL)`,
);

/** Null: it may go, as far as this is concerned. Asked for templates only; never throws. */
export async function marketingRefusal(
  on: Queryable,
  { workspaceId, contactId }: Pick<ClaimedMessage, "workspaceId" | "contactId">,
  channel: Pick<ChannelRecord, "id" | "platform">,
  content: MessageContent,
): Promise<SendResult | null> {
  if (content.type !== "template" || channel.platform === "simulator") return null;
  try {
    const { name, language } = content;
    const [stop] = await findStop.rows(on, [workspaceId, contactId, channel.id, name, language]);
    if (stop === undefined) return null;
    return { outcome: "dead", error: stop.atPlatform ? STOPPED_AT_PLATFORM : STOPPED_HERE };
  } catch {
    // Nothing was sent, and whether it may be is not known: asked again.
    return { outcome: "retry", afterMs: 0, scope: "message", error: UNKNOWN };
  }
}

const REMEDY = "Send no marketing to them until they allow it again; answers and other templates still go.";
const STOPPED_AT_PLATFORM: DeliveryError = {
  code: "marketing-stopped",
  class: "recipient",
  message: "This person has stopped marketing messages from this business, and the template is marketing.",
  remedy: REMEDY,
};
const STOPPED_HERE: DeliveryError = {
  code: "marketing-stopped",
  class: "recipient",
  message: "This person asked to hear no more from this business, and the template is marketing.",
  remedy: REMEDY,
};
const UNKNOWN: DeliveryError = {
  code: "internal",
  message: "Whether this person wants marketing could not be looked up.",
  remedy: "Nothing to do: it is tried again.",
};
