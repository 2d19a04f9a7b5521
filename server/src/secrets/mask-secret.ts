/** Takes a secret out of what another server says: whoever echoes a request echoes its credentials. */

const MASK = "••••••";

/** @returns what masks every form in which an echo writes the secret: as sent, in JSON, in an address, in Basic's base64 */
export function secretMask(secret: string): (text: string) => string {
  const user = secret.indexOf(":");
  // Of `user:password`, an echo may show the password alone.
  const parts = user === -1 ? [secret] : [secret, secret.slice(user + 1)];
  const forms = new Set(parts.filter((part) => part !== "").flatMap(formsOf));
  // The longest first: a shorter one may be a part of it.
  const ordered = [...forms].sort((a, b) => b.length - a.length);
  return (text) => ordered.reduce((masked, form) => masked.replaceAll(form, MASK), text);
}

function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const base64 = Buffer.from(secret).toString("base64");
  const address = encodeURIComponent(secret);
  return [secret, json, ascii, base64, address, address.replaceAll("%20", "+")].flatMap((form) => [
    form,
    // As PHP writes JSON.
    form.replaceAll("/", "\\/"),
  ]);
}
