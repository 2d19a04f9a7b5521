/** Meta's signature: HMAC-SHA256 of the raw bytes with the app secret, compared in constant time. Pure. */
import { createHmac, timingSafeEqual } from "node:crypto";

/** `X-Hub-Signature-256` for a body. */
export function sign(body: Buffer, secret: string): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

const HEADER = /^sha256=([0-9a-f]{64})$/;

/** The 32 bytes a well-formed header claims, null for anything else (upper case, SHA-1, too short). */
export function readSignature(header: string | string[] | undefined): Buffer | null {
  if (typeof header !== "string") return null;
  const hex = HEADER.exec(header)?.[1];
  return hex === undefined ? null : Buffer.from(hex, "hex");
}

/** The first of the secrets that made this signature. */
export function findSigner(body: Buffer, claimed: Buffer, secrets: Iterable<string>): string | null {
  for (const secret of secrets) {
    if (timingSafeEqual(createHmac("sha256", secret).update(body).digest(), claimed)) return secret;
  }
  return null;
}
