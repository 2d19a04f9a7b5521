/** What the platform tells besides a customer's turn: echoes, changes of messages, receipts, other ids. In memory, like all of a drain. */
import type { InboundContent, TriggerEvent } from "@hilo/flow-engine";
import type {
  EchoPayload,
  EventPayload,
  IdentityPayload,
  InboundPayload,
  RevisionPayload,
} from "../channels/channel.ts";
import type { InboxRow } from "./inbox-row.ts";
import type { KnownMessages } from "./known-messages.ts";
import type { NewMessage, RowOutcome, Work } from "./work.ts";

const MINUTE = 60_000;

/** When it happened by the platform's clock, which may be ahead of ours. */
export function happenedAt(row: InboxRow, providerAt: string | null | undefined): Date {
  const told = providerAt ? Date.parse(providerAt) : Number.NaN;
  return Number.isFinite(told) && told < row.receivedAt.getTime() ? new Date(told) : row.receivedAt;
}

/** Too old to be answered by a flow: the platform, or this server, was away. */
export function isLate(work: Work, row: InboxRow, providerAt: string | null | undefined): boolean {
  const { lateMinutes } = work.conversation.channelSettings;
  return row.receivedAt.getTime() - happenedAt(row, providerAt).getTime() > lateMinutes * MINUTE;
}

type Written = Pick<NewMessage, "content" | "platformMessageId" | "replyTo"> & {
  providerAt: string | null | undefined;
};

const base = (work: Work, row: InboxRow, { content, platformMessageId, replyTo, providerAt }: Written) => ({
  id: work.idFor(`inbox:${row.id}`),
  authorId: null,
  content,
  platformMessageId,
  replyTo,
  clientKey: null,
  report: 0 as const,
  sessionId: work.live?.id ?? null,
  nodeId: null,
  flowVersionId: null,
  inboxEventId: row.id,
  providerAt: providerAt ?? null,
  at: row.receivedAt,
});

/** A customer's message, shown as received. */
export function receive(work: Work, row: InboxRow, payload: InboundPayload): void {
  addReceived(work, row, payload);
  if (!payload.past) work.addUnread(row.receivedAt);
  work.hear(happenedAt(row, payload.providerAt));
  if (payload.origin?.ad && work.conversation.channel.platform === "whatsapp")
    work.enterByAd(happenedAt(row, payload.providerAt));
  rememberIds(work, payload);
  nameIfUnknown(work, payload.profileName);
}

function addReceived(work: Work, row: InboxRow, written: Written): void {
  work.addMessage({ direction: "in", author: "customer", status: "Received", ...base(work, row, written) });
}

export function nameIfUnknown(work: Work, name: string | null): void {
  if (work.contact.name !== null || !name) return;
  work.profileName = name;
  work.contact = { ...work.contact, name };
}

function rememberIds(work: Work, { otherIds = [], phone }: Pick<InboundPayload, "otherIds" | "phone">): void {
  const digits = phone === null ? [] : [phone.slice(1)];
  learnIds(work, [...otherIds, ...digits]);
  if (phone === null || work.contact.phone !== null) return;
  work.news.push({ kind: "phone", phone, replaces: false });
  work.contact = { ...work.contact, phone };
}

function learnIds(work: Work, ids: readonly string[]): void {
  const { externalId, identities } = work.conversation;
  const unknown = ids.filter((id) => id !== externalId && !identities.includes(id));
  if (unknown.length > 0) work.news.push({ kind: "identity", ids: unknown });
}

/** Written for the business outside Hilo: shown as such, and the bot makes way. What Hilo sent itself is known. */
export function applyEcho(
  work: Work,
  row: InboxRow,
  echo: EchoPayload,
  known: KnownMessages,
): RowOutcome["state"] {
  const { channelId } = row;
  const [whole = echo.platformMessageId] = echo.platformMessageId.split("#");
  if ([whole, echo.platformMessageId, echo.ours ?? ""].some((id) => known.has(channelId, id)))
    return "ignored";
  work.addMessage({
    ...base(work, row, { ...echo, replyTo: null }),
    direction: "out",
    author: "echo",
    status: "Sent",
  });
  const settings = work.conversation.channelSettings;
  if (settings.pauseOnEcho && !echo.past && !isLate(work, row, echo.providerAt))
    work.makeWay(row.receivedAt, settings.echoPauseMinutes);
  return "done";
}

/** @returns ignored when there is nothing to take back */
export function applyRevision(
  work: Work,
  row: InboxRow,
  { platformMessageId, content }: RevisionPayload,
  known: KnownMessages,
): RowOutcome["state"] {
  if (isHere(work, row, platformMessageId, known)) {
    work.news.push({ kind: "revision", platformMessageId, content, at: row.receivedAt });
    return "done";
  }
  // The original never came: its new words are all there is to show.
  if (content === null) return "ignored";
  addReceived(work, row, { content, platformMessageId, replyTo: null, providerAt: null });
  work.addUnread(row.receivedAt);
  return "done";
}

/** A reaction belongs to the message it is on. @returns false when that message is not here */
export function applyReaction(
  work: Work,
  row: InboxRow,
  content: Extract<InboundContent, { type: "reaction" }>,
  known: KnownMessages,
): boolean {
  if (!isHere(work, row, content.messageId, known)) return false;
  work.news.push({ kind: "reaction", platformMessageId: content.messageId, emoji: content.emoji });
  return true;
}

function isHere(work: Work, row: InboxRow, platformMessageId: string, known: KnownMessages): boolean {
  return (
    known.has(row.channelId, platformMessageId) ||
    work.messages.some((message) => message.platformMessageId === platformMessageId)
  );
}

/** Messages under the new id come to this conversation, and ours go there. */
export function applyIdentity(
  work: Work,
  row: InboxRow,
  { newIds, phone, text }: IdentityPayload,
): RowOutcome["state"] {
  const [now] = newIds;
  if (now === undefined) return "ignored";
  learnIds(work, newIds);
  work.news.push({ kind: "send-to", externalId: now });
  if (phone !== null) {
    work.news.push({ kind: "phone", phone, replaces: true });
    work.contact = { ...work.contact, phone };
  }
  const content = { type: "notice", about: "number-changed", text: text || (phone ?? now) } as const;
  addReceived(work, row, { content, platformMessageId: null, replyTo: null, providerAt: null });
  return "done";
}

/** What happened is shown in the conversation, when it is more than a change of data. */
export function showEvent(work: Work, row: InboxRow, { event, profileName, providerAt }: EventPayload): void {
  const content = contentOf(event);
  if (content === null) return;
  addReceived(work, row, { content, platformMessageId: null, replyTo: null, providerAt });
  work.addUnread(row.receivedAt);
  nameIfUnknown(work, profileName);
  if (opensWindow(event)) work.hear(happenedAt(row, providerAt));
}

/** What people do in the chat itself, or by calling, allows an answer; what they write in public does not. */
function opensWindow(event: TriggerEvent): boolean {
  if (event.type === "activity") return event.activity === "call";
  return event.type === "referral" || event.type === "opt-in";
}

function contentOf(event: TriggerEvent): InboundContent | null {
  switch (event.type) {
    case "comment":
      return event;
    case "activity":
      return { type: "notice", about: event.activity, text: activityText(event) };
    case "referral":
      return { type: "notice", about: "referral", text: event.ref ?? event.ad?.id ?? "" };
    case "opt-in":
      return { type: "notice", about: "opt-in", text: event.topic ?? "" };
    case "lead": {
      const lines = Object.entries(event.fields).map(([name, value]) => `${name}: ${value}`);
      return { type: "notice", about: "lead", text: lines.join("\n") };
    }
    default:
      return null;
  }
}

function activityText({ text, rating, recommends }: Extract<TriggerEvent, { type: "activity" }>): string {
  const stars = rating === undefined ? "" : "★".repeat(Math.max(0, Math.min(5, Math.round(rating))));
  const verdict = recommends === undefined ? "" : recommends ? "👍" : "👎";
  return [stars, verdict, text].filter((part) => part !== "").join(" ");
}
