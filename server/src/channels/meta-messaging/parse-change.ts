/** One of an entry's `changes` as an event: comments, leads; null for what is only kept and shown. Pure. */
import { z } from "zod";
import type { InboundEvent } from "../channel.ts";
import { wireId } from "./wire.ts";

const name = z.string().nullish();
const author = z.object({ id: wireId, name, username: name });

/** `feed` of a page. Comments of the page itself come too. */
const feedSchema = z.object({
  item: z.string(),
  verb: z.string(),
  from: author,
  message: name,
  comment_id: wireId,
  post_id: wireId.nullish(),
});

/** `comments` and `live_comments` of an Instagram account: the id flat, or nested as `comment_id`. */
const commentSchema = z.object({
  id: wireId.nullish(),
  comment_id: wireId.nullish(),
  text: name,
  from: author,
  media: z.object({ id: wireId }).nullish(),
});

/** Ids are 64-bit integers on the wire: read as text before this. */
const leadSchema = z.object({ leadgen_id: wireId, form_id: wireId.nullish(), page_id: wireId.nullish() });

/** @returns null when the field says nothing that flows or the inbox act on, or when it can't be read that way */
export function parseChange(platformId: string, field: string, value: unknown): InboundEvent | null {
  switch (field) {
    case "feed":
      return pageComment(platformId, value);
    case "comments":
    case "live_comments":
      return instagramComment(platformId, field === "live_comments", value);
    case "leadgen":
      return lead(platformId, value);
    default:
      return null;
  }
}

interface Comment {
  from: z.infer<typeof author>;
  commentId: string;
  postId: string | undefined;
  text: string;
  live: boolean;
}

function pageComment(platformId: string, value: unknown): InboundEvent | null {
  const { data } = feedSchema.safeParse(value);
  if (data?.item !== "comment" || data.verb !== "add") return null;
  const { from, comment_id: commentId, post_id, message } = data;
  return comment(platformId, {
    from,
    commentId,
    postId: post_id ?? undefined,
    text: message ?? "",
    live: false,
  });
}

function instagramComment(platformId: string, live: boolean, value: unknown): InboundEvent | null {
  const { data } = commentSchema.safeParse(value);
  const commentId = data?.comment_id ?? data?.id;
  if (!data || !commentId) return null;
  return comment(platformId, {
    from: data.from,
    commentId,
    postId: data.media?.id,
    text: data.text ?? "",
    live,
  });
}

/** The business's own comments would start its flows in a circle. */
function comment(platformId: string, { from, commentId, postId, text, live }: Comment): InboundEvent | null {
  if (from.id === platformId) return null;
  const event = {
    type: "comment" as const,
    text,
    commentId,
    ...(postId ? { postId } : {}),
    ...(live ? { live } : {}),
  };
  // An ad's post tells of its comments twice: the comment's id is the key.
  return {
    kind: "event",
    platformId,
    externalId: from.id,
    providerKey: `comment:${commentId}`,
    payload: { event, profileName: from.name || from.username || null },
  };
}

function lead(platformId: string, value: unknown): InboundEvent | null {
  const { data } = leadSchema.safeParse(value);
  if (!data) return null;
  const { leadgen_id: leadId, form_id } = data;
  return {
    kind: "lead",
    platformId,
    leadId,
    formId: form_id ?? null,
    providerKey: `lead:${leadId}`,
    raw: value,
  };
}
