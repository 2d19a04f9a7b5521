/** E-mail and web addresses as people write them. */

/** RFC 5321, 4.5.3.1.3: longest address. */
const MAX_EMAIL_CHARS = 254;
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@.<>()[\]\\,;:"]+(\.[^\s@.<>()[\]\\,;:"]+)+$/;

/** @returns null when the text is no e-mail address */
export function readEmail(text: string): string | null {
  return text.length <= MAX_EMAIL_CHARS && EMAIL.test(text) ? text : null;
}

/** Longest address that browsers and servers agree on. */
const MAX_URL_CHARS = 2_048;
const WEB_ADDRESS = /^(https?:\/\/)?([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d{1,5})?([/?#]\S*)?$/iu;

/** `example.org` is read as `https://example.org`. @returns null when the text is no web address */
export function readUrl(text: string): string | null {
  if (text.length > MAX_URL_CHARS || !WEB_ADDRESS.test(text)) return null;
  return /^https?:\/\//i.test(text) ? text : `https://${text}`;
}

export const isEmail = (text: string): boolean => readEmail(text) !== null;
