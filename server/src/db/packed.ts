/** Long texts as one binary parameter: as elements of an array each would be escaped here and unescaped there. */

export interface Packed {
  /** 1 for the first byte, as `substring(… FROM …)` counts. */
  starts: number[];
  /** In bytes. */
  sizes: number[];
  bytes: Buffer;
}

export function packed(parts: readonly (string | Buffer)[]): Packed {
  const buffers = parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part));
  let next = 1;
  const starts = buffers.map(({ length }) => {
    const start = next;
    next += length;
    return start;
  });
  return { starts, sizes: buffers.map(({ length }) => length), bytes: Buffer.concat(buffers) };
}
