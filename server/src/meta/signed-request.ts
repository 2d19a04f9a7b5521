/** Meta's `signed_request`: `<signature>.<payload>`, both base64url, signed with the app's secret. Pure. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const payloadSchema = z.object({
  algorithm: z.string(),
  user_id: z.union([z.string(), z.number()]).transform(String),
  issued_at: z.number().optional(),
});
/** A signature and some hundred bytes. */
const MAX_CHARS = 4_096;

/** Whose request it is; null when it is not Meta's ("Data deletion request callback"). */
export function readSignedRequest(signedRequest: unknown, appSecret: string): string | null {
  if (typeof signedRequest !== "string" || signedRequest.length > MAX_CHARS) return null;
  const [signature, payload, ...rest] = signedRequest.split(".");
  if (!signature || !payload || rest.length > 0) return null;
  const given = Buffer.from(signature, "base64url");
  const right = createHmac("sha256", appSecret).update(payload).digest();
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const { data } = payloadSchema.safeParse(jsonOf(payload));
  return data?.algorithm.toUpperCase() === "HMAC-SHA256" ? data.user_id : null;
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
