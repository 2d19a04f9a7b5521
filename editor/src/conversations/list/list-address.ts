/** The list's filter in the page's address, and back. Open conversations are what an address without a filter shows. */
import type { ConversationFilter } from "@hilo/server/contract";
import { z } from "zod";

/** Of every state: in the address, because nothing there means open. */
const ANY = "any";

const text = z.string().min(1).optional().catch(undefined);
const flag = z.literal("true").optional().catch(undefined);
const address = z.object({
  status: z.enum(["open", "closed", ANY]).optional().catch(undefined),
  mode: z.enum(["Bot", "Human"]).optional().catch(undefined),
  assignee: text,
  teamId: z.uuid().optional().catch(undefined),
  channelId: z.uuid().optional().catch(undefined),
  tag: text,
  flowId: z.uuid().optional().catch(undefined),
  search: text,
  unread: flag,
  mentioned: flag,
});

export function readListAddress(params: URLSearchParams): ConversationFilter {
  const { status = "open", unread, mentioned, ...rest } = address.parse(Object.fromEntries(params));
  return compact({
    ...rest,
    status: status === ANY ? undefined : status,
    unread: unread && true,
    mentioned: mentioned && true,
  });
}

export function listAddress(filter: ConversationFilter): URLSearchParams {
  const { status = ANY, ...rest } = compact(filter);
  const params = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  if (status !== "open") params.set("status", status);
  params.sort();
  return params;
}

/** The same conversations, however it was put together. */
export const isSameList = (a: ConversationFilter, b: ConversationFilter): boolean =>
  listAddress(a).toString() === listAddress(b).toString();

/** Without what is empty or off. */
export function compact(filter: ConversationFilter): ConversationFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== "" && value !== false),
  );
}
