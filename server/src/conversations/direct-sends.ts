/**
 * Messages that go straight from their drain to the platform: the first of each conversation, as far as its channel has room.
 * What the drain made after it follows without being read again.
 */
import type { ClaimedMessage } from "../outbox/send-one.ts";
import type { SendRoom } from "../outbox/send-room.ts";
import type { Runtime } from "../runtime.ts";
import { type SavedMessage, sendingIds, windowEnd } from "./saved-rows.ts";
import type { NewMessage, Work } from "./work.ts";

/** What a conversation is to be told, in order; at least one message. */
interface First {
  work: Work;
  message: NewMessage;
  rest: readonly NewMessage[];
}

export interface SendClaims {
  ids: ReadonlySet<string>;
  /** Of this process's sends, whichever the channel. */
  journal: string | null;
}

interface Share {
  room: SendRoom;
  firsts: readonly First[];
}

export class DirectSends {
  private readonly shares: Share[] = [];

  constructor(runtime: Pick<Runtime, "reserveSends">, works: readonly Work[]) {
    for (const [channelId, firsts] of firstsByChannel(works)) {
      const room = runtime.reserveSends(channelId, firsts.length);
      if (room !== null) this.shares.push({ room, firsts: firsts.slice(0, room.size) });
    }
  }

  /** What to claim while saving. */
  get claims(): SendClaims {
    return {
      ids: new Set(this.shares.flatMap(({ firsts }) => firsts.map(({ message }) => message.id))),
      journal: this.shares[0]?.room.journal ?? null,
    };
  }

  /** After the commit, or after its failure, when nothing was saved. */
  begin(saved: readonly SavedMessage[]): void {
    const claimed = new Set(sendingIds(saved));
    for (const { room, firsts } of this.shares.splice(0))
      room.use(firsts.filter(({ message }) => claimed.has(message.id)).map(claimedMessage));
  }
}

function firstsByChannel(works: readonly Work[]): Map<string, First[]> {
  const groups = new Map<string, First[]>();
  for (const work of works) {
    const [message, ...rest] = work.messages.filter(({ direction }) => direction === "out");
    if (!message) continue;
    const { channelId } = work.conversation;
    const group = groups.get(channelId) ?? [];
    group.push({ work, message, rest });
    groups.set(channelId, group);
  }
  return groups;
}

function claimedMessage({ work, message, rest }: First): ClaimedMessage {
  const { workspaceId, id: conversationId, externalId, sendTo, contact } = work.conversation;
  const lastInboundAt = work.lastInboundAt ?? work.conversation.lastInboundAt;
  const place = {
    workspaceId,
    conversationId,
    contactId: contact.id,
    attempts: 1,
    uncounted: 0,
    externalId: work.news.findLast((news) => news.kind === "send-to")?.externalId ?? sendTo ?? externalId,
    windowExpiresAt: windowEnd(lastInboundAt),
    lastInboundAt,
    clockAheadMs: work.conversation.clockAheadMs,
    phone: work.contact.phone ?? contact.phone,
  };
  const asClaimed = (
    { id, content, replyTo, at, author, commentId }: NewMessage,
    following: ClaimedMessage | undefined,
  ): ClaimedMessage => ({
    id,
    content,
    replyTo,
    createdAt: at,
    author,
    commentId: commentId ?? null,
    following,
    ...place,
  });
  const following = rest.reduceRight<ClaimedMessage | undefined>(
    (after, each) => asClaimed(each, after),
    undefined,
  );
  return asClaimed(message, following);
}
