/** One of an entry's `changes` as an event: comments, posts, ratings, leads; null for what is only kept and shown. Pure. */
import { z } from "zod";
import type { EventPayload, InboundEvent } from "../channel.ts";
import { fingerprint } from "../kept-events.ts";
import { wireId } from "./wire.ts";

const name = z.string().nullish();
const author = z.object({ id: wireId, name, username: name });

/** `feed` of a page. Comments of the page itself come too. */
const feedSchema = z.object({
  item: z.string(),
  verb: z.string(),
  from: author,
  message: name,
  comment_id: wireId.nullish(),
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

/** `ratings` of a page: stars of old, a recommendation of today. */
const ratingSchema = z.object({
  verb: name,
  reviewer_id: wireId,
  reviewer_name: name,
  review_text: name,
  rating: z.number().nullish(),
  recommendation_type: name,
  open_graph_story_id: wireId.nullish(),
});

/** `mention` of a page. Instagram's `mentions` names no person. */
const mentionSchema = z.object({
  verb: name,
  sender_id: wireId,
  sender_name: name,
  message: name,
  post_id: wireId.nullish(),
  comment_id: wireId.nullish(),
});

/** Ids are 64-bit integers on the wire: read as text before this. */
const leadSchema = z.object({ leadgen_id: wireId, form_id: wireId.nullish(), ad_id: wireId.nullish() });

/** @returns null when the field says nothing that flows or the inbox act on, or when it can't be read that way */
export function parseChange(platformId: string, field: string, value: unknown): InboundEvent | null {
  switch (field) {
    case "feed":
      return pageComment(platformId, value) ?? pagePost(platformId, value);
    case "ratings":
      return rating(platformId, value);
    case "mention":
      return mention(platformId, value);
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
  if (!commentId) return null;
  return comment(platformId, {
    from,
    commentId,
    postId: post_id ?? undefined,
    text: message ?? "",
    live: false,
  });
}

const POSTS: ReadonlySet<string> = new Set(["post", "status", "photo", "video", "share"]);

/** What visitors put on the page; the page's own posts say nothing new. */
function pagePost(platformId: string, value: unknown): InboundEvent | null {
  const { data } = feedSchema.safeParse(value);
  if (!data || !POSTS.has(data.item) || data.verb !== "add" || !data.post_id) return null;
  return activity(platformId, data.from, `post:${data.post_id}`, {
    type: "activity",
    activity: "post",
    text: data.message ?? "",
    postId: data.post_id,
  });
}

function rating(platformId: string, value: unknown): InboundEvent | null {
  const { data } = ratingSchema.safeParse(value);
  if (!data || data.verb === "remove") return null;
  const { reviewer_id: id, reviewer_name, review_text, rating: stars, recommendation_type: kind } = data;
  const story = data.open_graph_story_id ?? fingerprint(value);
  return activity(platformId, { id, name: reviewer_name }, `rating:${story}:${data.verb ?? ""}`, {
    type: "activity",
    activity: "rating",
    text: review_text ?? "",
    id: story,
    ...(stars ? { rating: stars } : {}),
    ...(kind ? { recommends: kind.toUpperCase() === "POSITIVE" } : {}),
  });
}

function mention(platformId: string, value: unknown): InboundEvent | null {
  const { data } = mentionSchema.safeParse(value);
  if (!data || (data.verb && data.verb !== "add")) return null;
  const { sender_id: id, sender_name, message, post_id, comment_id } = data;
  return activity(
    platformId,
    { id, name: sender_name },
    `mention:${comment_id ?? post_id ?? fingerprint(value)}`,
    {
      type: "activity",
      activity: "mention",
      text: message ?? "",
      ...(post_id ? { postId: post_id } : {}),
      ...(comment_id ? { commentId: comment_id } : {}),
    },
  );
}

function activity(
  platformId: string,
  from: { id: string; name?: string | null | undefined },
  providerKey: string,
  event: EventPayload["event"],
): InboundEvent | null {
  if (from.id === platformId) return null;
  const payload = { event, profileName: from.name || null };
  return { kind: "event", platformId, externalId: from.id, providerKey, payload };
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
  const { leadgen_id: leadId, form_id, ad_id } = data;
  return {
    kind: "lead",
    platformId,
    leadId,
    formId: form_id ?? null,
    adId: ad_id ?? null,
    providerKey: `lead:${leadId}`,
    raw: value,
  };
}
