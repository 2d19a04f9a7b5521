/** A file as WhatsApp's requests name it: one that was uploaded to Meta by its id there, another by its address. Pure. */
import type { Media } from "@hilo/flow-engine";

export const source = (file: Media): Record<string, unknown> =>
  file.fileId ? { id: file.fileId } : { link: file.url ?? "" };
