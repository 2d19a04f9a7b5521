/** Addresses at which a program outside goes on with a session: the session is named in them, and nobody can guess one. */
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

const ID_BYTES = 16;
/** 128 bits: out of reach of guessing. */
const MAC_BYTES = 16;

export interface HookTokens {
  seal(workspaceId: string, sessionId: string): string;
  /** Null for a token that none of the keys made. */
  open(token: string): { workspaceId: string; sessionId: string } | null;
}

/** @param keys 64 hexadecimal digits each: the first makes tokens, all read them */
export function createHookTokens(keys: readonly [string, ...string[]]): HookTokens {
  const secrets = keys.map((key) =>
    Buffer.from(hkdfSync("sha256", Buffer.from(key, "hex"), "", "hilo.hooks/1", 32)),
  );
  const mac = (secret: Buffer, ids: Buffer) =>
    createHmac("sha256", secret).update(ids).digest().subarray(0, MAC_BYTES);
  const [newest = Buffer.alloc(0)] = secrets;
  return {
    seal(workspaceId, sessionId) {
      const ids = Buffer.concat([uuidBytes(workspaceId), uuidBytes(sessionId)]);
      return Buffer.concat([ids, mac(newest, ids)]).toString("base64url");
    },
    open(token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== 2 * ID_BYTES + MAC_BYTES || bytes.toString("base64url") !== token) return null;
      const ids = bytes.subarray(0, 2 * ID_BYTES);
      const given = bytes.subarray(2 * ID_BYTES);
      if (!secrets.some((secret) => timingSafeEqual(mac(secret, ids), given))) return null;
      return {
        workspaceId: uuidText(ids.subarray(0, ID_BYTES)),
        sessionId: uuidText(ids.subarray(ID_BYTES)),
      };
    },
  };
}

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll("-", ""), "hex");

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
