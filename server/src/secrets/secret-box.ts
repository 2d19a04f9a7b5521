/** Secrets at rest: AES-256-GCM, bound to their row, under the newest of several readable keys. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

export interface SecretBox {
  /** Id of the key that new secrets are sealed with. */
  readonly keyId: string;
  /** Ids of all keys that can be read, the writing one first. */
  readonly keyIds: readonly string[];
  /**
   * @param aad names the row and column; `open` needs the same
   * @returns `v1.keyId.iv.tag.ct`, each part base64url
   */
  seal(plain: string, aad: string): string;
  /** Throws SecretBoxError when the text is not ours, its key is unknown, or it belongs to another row. */
  open(sealed: string, aad: string): string;
  /** Whether a value should be sealed anew: it is not under the writing key. */
  isOld(sealed: string): boolean;
}

export class SecretBoxError extends Error {
  override name = "SecretBoxError";
  constructor(
    readonly code: "malformed" | "unknown-key" | "wrong-row",
    message: string,
  ) {
    super(message);
  }
}

const VERSION = "v1";
const CIPHER = "aes-256-gcm";
/** The length GCM is made for: any other is hashed first and loses its guarantee. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

interface Key {
  id: string;
  bytes: Buffer;
}

/** @param keys 64 hexadecimal digits each: the first seals, all open. Throws when one is not, or fails its self-test. */
export function createSecretBox(keys: readonly string[]): SecretBox {
  const known = new Map(keys.map(readKey).map((key) => [key.id, key]));
  const [writing] = known.values();
  if (!writing) throw new Error("There is no encryption key.");
  const box: SecretBox = {
    keyId: writing.id,
    keyIds: [...known.keys()],
    seal: (plain, aad) => seal(writing, plain, aad),
    open: (sealed, aad) => open(known, sealed, aad),
    isOld: (sealed) => sealed.split(".")[1] !== writing.id,
  };
  selfTest(box);
  return box;
}

/** The id is of the key itself, so a key moved to another place in the list is still found. */
function readKey(hex: string): Key {
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) throw new Error("An encryption key must be 64 hexadecimal digits.");
  const bytes = Buffer.from(hex, "hex");
  return {
    id: createHash("sha256").update("hilo key id\0").update(bytes).digest("base64url").slice(0, 8),
    bytes,
  };
}

function seal(key: Key, plain: string, aad: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key.bytes, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(associated(key.id, aad));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [
    VERSION,
    key.id,
    iv.toString("base64url"),
    cipher.getAuthTag().toString("base64url"),
    text.toString("base64url"),
  ].join(".");
}

function open(keys: ReadonlyMap<string, Key>, sealed: string, aad: string): string {
  const [version, keyId = "", iv = "", tag = "", text, ...rest] = sealed.split(".");
  if (version !== VERSION || text === undefined || rest.length > 0) {
    throw new SecretBoxError("malformed", "This is not a sealed secret.");
  }
  const key = keys.get(keyId);
  if (!key)
    throw new SecretBoxError(
      "unknown-key",
      `The secret was sealed with key ${keyId}, which is not among ENCRYPTION_KEY.`,
    );
  const ivBytes = Buffer.from(iv, "base64url");
  const tagBytes = Buffer.from(tag, "base64url");
  // A short tag would be accepted by some ciphers and is far easier to forge.
  if (ivBytes.length !== IV_BYTES || tagBytes.length !== TAG_BYTES) {
    throw new SecretBoxError("malformed", "This is not a sealed secret.");
  }
  const decipher = createDecipheriv(CIPHER, key.bytes, ivBytes, { authTagLength: TAG_BYTES });
  decipher.setAAD(associated(key.id, aad));
  decipher.setAuthTag(tagBytes);
  try {
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString(
      "utf8",
    );
  } catch {
    throw new SecretBoxError("wrong-row", "The secret was changed, or it belongs to another row.");
  }
}

function associated(keyId: string, aad: string): Buffer {
  return Buffer.from(`${VERSION}.${keyId}.${aad}`, "utf8");
}

/** A build of Node with a broken or missing cipher stops the start, not the first customer's message. */
function selfTest(box: SecretBox): void {
  const plain = randomBytes(KEY_BYTES).toString("base64url");
  if (box.open(box.seal(plain, "self-test"), "self-test") !== plain)
    throw new Error("The encryption self-test failed.");
}
