/** Hands a text to the browser as a file to keep. */

export interface TextFile {
  name: string;
  /** A media type, as `text/csv`. */
  type: string;
  text: string;
}

export function saveFile({ name, type, text }: TextFile): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A flow's name as a file's: `¿Qué tal?` → `que-tal`. */
export function fileName(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain === "" ? "flow" : plain;
}
