/** Passwords: scrypt at the strength OWASP asks of it, a few at a time. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** N = 2^17 with r = 8, p = 1 is ASVS 5.0's least for scrypt: 128 MiB and a few tenths of a second. */
const LOG_N = 17;
const R = 8;
const P = 1;
const KEY_BYTES = 64;
const SALT_BYTES = 16;
/** Each takes 128 MiB and a thread; a burst of sign-ins must not take the machine. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** @returns `scrypt$logN$r$p$salt$hash`, so that old hashes stay readable when the strength grows */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, LOG_N, R, P);
  return ["scrypt", LOG_N, R, P, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function verifyPassword(stored: { hash: string; password: string }): Promise<boolean> {
  const [name, logN, r, p, salt = "", hash = ""] = stored.hash.split("$");
  if (name !== "scrypt" || Number(logN) > LOG_N + 3) return false;
  const expected = Buffer.from(hash, "base64url");
  const key = await derive(
    stored.password,
    Buffer.from(salt, "base64url"),
    Number(logN),
    Number(r),
    Number(p),
  );
  return expected.length === key.length && timingSafeEqual(expected, key);
}

async function derive(password: string, salt: Buffer, logN: number, r: number, p: number): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    const options = { N: 2 ** logN, r, p, maxmem: 256 * r * 2 ** logN };
    return await new Promise<Buffer>((resolve, reject) => {
      // The same text typed on two systems may arrive composed differently.
      scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    const next = waiting.shift();
    // The place is handed over; only an empty line gives it back.
    if (next) next();
    else running -= 1;
  }
}
