/** Where media comes from: a public address, or a file uploaded to Hilo. */
import { z } from "zod";
import { isHttpUrl } from "../content/urls.ts";
import type { Template } from "../expressions/templates.ts";
import type { NodeProblem, Scope } from "./define-node.ts";
import { capitalized, isLiteral } from "./text-field.ts";

export const mediaSourceFields = {
  url: z.string().max(2_048).optional().describe("Template. A public https address once filled in."),
  fileId: z.string().max(64).optional().describe("A file uploaded to Hilo; used when there is no address."),
};
interface MediaSource {
  url?: string | undefined;
  fileId?: string | undefined;
}

/** null, with a note in the trace, when there is nothing to send. */
export function renderSource(
  scope: Scope,
  url: Template | null,
  fileId: string | undefined,
): { url: string } | { fileId: string } | null {
  const address = url ? scope.render(url).trim() : "";
  if (isHttpUrl(address)) return { url: address };
  if (fileId) return { fileId };
  const message = "the media has no usable address";
  scope.record({ type: "error", nodeId: scope.nodeId, code: "media-missing", message });
  return null;
}

/** @param label as a part of a sentence: "the media", "the picture of card 2" */
export function sourceProblems({ url, fileId }: MediaSource, label: string): NodeProblem[] {
  const address = url?.trim() ?? "";
  if (address === "" && !fileId) {
    const message = `${capitalized(label)} is missing. Upload a file or give its address.`;
    return [{ code: "media-missing", severity: "error", message }];
  }
  if (address === "" || !isLiteral(address) || isHttpUrl(address)) return [];
  const message = `The address of ${label} is not a web address. Write one that begins with https://.`;
  return [{ code: "url-invalid", severity: "error", message }];
}
