/** One claimed message → one request → one outcome. */
import { type MessageContent, messageContentSchema } from "@hilo/flow-engine";
import {
  type ChannelAdapter,
  type DeliveryError,
  playedBy,
  type RenderedSend,
  type SendResult,
} from "../channels/channel.ts";
import type { ChannelRecord } from "../channels/directory.ts";
import { crash } from "../crash.ts";
import type { Journal } from "../journal/journal.ts";
import type { Runtime } from "../runtime.ts";
import type { GraphClient, PostOutcome } from "./graph-client.ts";
import { marketingRefusal } from "./marketing-stop.ts";
import type { OutgoingFiles } from "./outgoing-files.ts";
import { leaveFor, type Occasion } from "./window.ts";

/** A message of ours on its way, as claimed. */
interface Claimed {
  workspaceId: string;
  id: string;
  conversationId: string;
  contactId: string;
  content: unknown;
  /** The platform's id of the message it quotes. */
  replyTo: string | null;
  /** Number of this attempt, from 1: its name. */
  attempts: number;
  /** How many attempts before it don't count. */
  uncounted: number;
  createdAt: Date;
  /** Null when the person was erased meanwhile. */
  externalId: string | null;
  phone: string | null;
  /** What was saved after it in the same conversation: not claimed yet, and perhaps not what comes next. */
  following?: ClaimedMessage | undefined;
}
export type ClaimedMessage = Claimed & Occasion;

/** Scheme, host and the path before the version, without a slash at its end. */
export type GraphAddress = { url: string; version: string };

export interface SendParts {
  runtime: Pick<Runtime, "pool">;
  client: GraphClient;
  files: OutgoingFiles;
  journal: Pick<Journal, "begin">;
}

/** Attempts that count, with this one. */
export const triesOf = ({ attempts, uncounted }: Pick<Claimed, "attempts" | "uncounted">): number =>
  attempts - uncounted;

export async function sendOne(
  parts: SendParts,
  adapter: ChannelAdapter,
  channel: ChannelRecord,
  address: GraphAddress,
  message: ClaimedMessage,
  now: Date,
): Promise<SendResult> {
  const content = messageContentSchema.safeParse(message.content).data;
  if (!content) return { outcome: "dead", error: UNSENDABLE };
  const leave = leaveFor(
    playedBy(channel.platform, channel.settings),
    content,
    message,
    channel.settings,
    now,
  );
  if (!leave.open) return { outcome: "dead", error: leave.error };
  if (channel.accessToken === null) return { outcome: "hold-channel", state: "reauthorize", error: NO_TOKEN };
  const refusal = await marketingRefusal(parts.runtime.pool, message, channel, content);
  if (refusal !== null) return refusal;
  if (isNameOnly(channel, message)) return { outcome: "dead", error: NAME_ONLY };
  const prepared = await parts.files.prepare(channel, address, content);
  if ("result" in prepared) return prepared.result;
  const rendered = renderMessage(adapter, channel, message, prepared.content, leave.tag);
  const result = await post(parts, adapter, channel, address, message, rendered, prepared.content);
  if (prepared.uploads.length === 0 || result.outcome !== "dead" || result.error.class !== "media")
    return result;
  // Perhaps only the platform's copy is gone: once more, with a new one.
  await parts.files.forget(channel, prepared.uploads);
  if (triesOf(message) > 1) return result;
  return { outcome: "retry", afterMs: 0, scope: "message", error: result.error };
}

async function post(
  { client, journal }: SendParts,
  adapter: ChannelAdapter,
  channel: ChannelRecord,
  address: GraphAddress,
  message: ClaimedMessage,
  rendered: RenderedSend | null,
  content: MessageContent,
): Promise<SendResult> {
  if (rendered === null) return { outcome: "dead", error: UNSENDABLE };
  if (channel.accessToken === null) return { outcome: "hold-channel", state: "reauthorize", error: NO_TOKEN };
  const url = new URL(`${address.url}/${address.version}/${rendered.path}`);
  const { id, attempts } = message;
  const outcome = await client.post({
    origin: url.origin,
    path: url.pathname,
    token: channel.accessToken,
    body: JSON.stringify(rendered.body),
    begin: () => {
      crash("deliver-before-post");
      journal.begin(id, attempts);
    },
  });
  crash("deliver-after-post");
  return readOutcome(adapter, outcome, content);
}

function renderMessage(
  adapter: ChannelAdapter,
  channel: ChannelRecord,
  message: ClaimedMessage,
  content: MessageContent,
  tag: "HUMAN_AGENT" | null,
): RenderedSend | null {
  const { externalId, phone, id, replyTo, commentId } = message;
  if (externalId === null) return null;
  const { platformId } = channel;
  return adapter.render(content, { platformId, externalId, phone, messageId: id, replyTo, commentId, tag });
}

function readOutcome(adapter: ChannelAdapter, outcome: PostOutcome, content: MessageContent): SendResult {
  switch (outcome.kind) {
    case "answered":
      return adapter.readAnswer(outcome.answer, content);
    case "unsent":
      return { outcome: "retry", afterMs: 0, scope: "message", error: unreachable(outcome.reason) };
    case "unknown":
      return { outcome: "uncertain", error: unanswered(outcome.reason) };
  }
}

/** Who mentioned an Instagram account in a post of theirs may be known by name only (mentions/fetch-mentions.ts). */
const isNameOnly = ({ platform }: ChannelRecord, { externalId, commentId }: ClaimedMessage): boolean =>
  platform === "instagram" && commentId === null && externalId?.startsWith("@") === true;

const NAME_ONLY: DeliveryError = {
  code: "name-only",
  class: "recipient",
  message: "Instagram told this person's name and no id: nothing can be sent to them until they write.",
};

const UNSENDABLE: DeliveryError = {
  code: "unsupported-content",
  message: "This channel has no message of this kind.",
};

const NO_TOKEN: DeliveryError = {
  code: "no-access-token",
  message: "The channel has no access token that can be read.",
  remedy: "Enter the access token again on the channel's page.",
};

const unreachable = (reason: string): DeliveryError => ({
  code: "unreachable",
  message: `The platform could not be reached (${reason}).`,
  remedy:
    "Nothing to do: it is tried again. If it goes on, check this machine's connection and GRAPH_API_URL.",
});

const unanswered = (reason: string): DeliveryError => ({
  code: "no-answer",
  message: `The message went out and no answer came back (${reason}), so nobody knows whether it arrived.`,
  remedy: "It is not sent again by itself; the delivery status settles it when it comes.",
});
