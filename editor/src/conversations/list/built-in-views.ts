/** The views that everybody has, in their order. */
import type { ConversationFilter } from "@hilo/server/contract";
import { t } from "../../i18n/t.ts";

export interface BuiltInView {
  name: string;
  filter: ConversationFilter;
  /** Of the counts beside the list: how many wait there. */
  count?: "waiting" | "mine" | "mentioned";
}

export const builtInViews = (): readonly BuiltInView[] => [
  { name: t("Inbox"), filter: { status: "open" } },
  { name: t("Waiting"), filter: { status: "open", mode: "Human", assignee: "none" }, count: "waiting" },
  { name: t("Mine"), filter: { status: "open", assignee: "me" }, count: "mine" },
  { name: t("Mentions"), filter: { mentioned: true }, count: "mentioned" },
  { name: t("Unread"), filter: { status: "open", unread: true } },
  { name: t("With the bot"), filter: { status: "open", mode: "Bot" } },
  { name: t("Closed"), filter: { status: "closed" } },
  { name: t("All"), filter: {} },
];
