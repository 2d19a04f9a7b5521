/** Events that are only kept and shown: what is not acted on, and what can't be read. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { InboundEvent } from "./channel.ts";

export function other(platformId: string, field: string, raw: unknown): InboundEvent {
  return { kind: "other", platformId, field, providerKey: fingerprint(raw), raw };
}

export function bad(platformId: string | null, raw: unknown, cause: z.ZodError | string): InboundEvent {
  const reason = typeof cause === "string" ? cause : z.prettifyError(cause).slice(0, 500);
  return { kind: "bad", platformId, providerKey: fingerprint(raw), reason, raw };
}

/** What has no id of its own is known again by its bytes: a delivery repeated is the same text. */
export function fingerprint(raw: unknown): string {
  const json = JSON.stringify(raw) ?? "";
  return `sha256:${createHash("sha256").update(json).digest("hex")}`;
}
