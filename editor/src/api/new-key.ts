/** A name for something that has no id yet. `crypto.randomUUID` is missing on plain http, where Hilo may well run. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
