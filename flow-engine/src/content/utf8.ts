/** Bytes of a text in UTF-8; half of a surrogate pair counts as its replacement character. */
export function utf8Bytes(text: string): number {
  let bytes = 0;
  // A character beyond 16 bits is two units long.
  for (const char of text) bytes += char.length === 2 ? 4 : char <= "\u007f" ? 1 : char <= "\u07ff" ? 2 : 3;
  return bytes;
}
