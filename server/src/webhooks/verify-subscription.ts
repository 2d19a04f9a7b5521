/** Meta's check of a webhook address: the right token gets its challenge back. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { ChannelSnapshot } from "../channels/directory.ts";
import { answerError, answerText } from "./answer.ts";

const WRONG_TOKEN = "The verify token is not the one set for a channel or in META_WEBHOOK_VERIFY_TOKEN.";

export function verifySubscription(
  query: URLSearchParams,
  res: ServerResponse,
  snapshot: ChannelSnapshot,
  appToken: string | undefined,
): void {
  // A parameter given twice is nobody's honest request.
  const [token, ...more] = query.getAll("hub.verify_token");
  const challenge = query.get("hub.challenge") ?? "";
  const tokens = [...snapshot.all.map((channel) => channel.verifyToken), appToken ?? null];
  const right =
    token !== undefined &&
    more.length === 0 &&
    tokens.some((known) => known !== null && known !== "" && sameText(known, token));
  if (query.get("hub.mode") === "subscribe" && right) answerText(res, 200, challenge);
  else answerError(res, 403, "forbidden", WRONG_TOKEN);
}

/** Constant time for texts of any length. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
