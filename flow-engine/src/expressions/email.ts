/** What counts as an e-mail address. */

/** RFC 5321, 4.5.3.1.3: longest address. */
const MAX_EMAIL_CHARS = 254;
const EMAIL = /^[^\s@<>()[\]\\,;:"]+@[^\s@.<>()[\]\\,;:"]+(\.[^\s@.<>()[\]\\,;:"]+)+$/;

export function isEmail(text: string): boolean {
  return text.length <= MAX_EMAIL_CHARS && EMAIL.test(text);
}
