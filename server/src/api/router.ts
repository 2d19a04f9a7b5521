/** The whole API: the contract with a handler for each of its routes. */
import { account } from "./account.ts";
import { analytics } from "./analytics.ts";
import { open } from "./base.ts";
import { channels } from "./channels.ts";
import { connections } from "./connections.ts";
import { contactImports } from "./contact-imports.ts";
import { contacts } from "./contacts.ts";
import { conversations, messages, sessions } from "./conversations.ts";
import { cannedReplies, conversationViews } from "./desk.ts";
import { events } from "./events.ts";
import { flows, triggers } from "./flows.ts";
import { leads } from "./leads.ts";
import { media } from "./media.ts";
import { operations } from "./operations.ts";
import { requests } from "./requests.ts";
import { segments } from "./segments.ts";
import { simulator } from "./simulator.ts";
import { templates } from "./templates.ts";
import { workspace } from "./workspace.ts";

export const router = open.router({
  account,
  analytics,
  cannedReplies,
  channels,
  connections,
  contactImports,
  contacts,
  conversations,
  conversationViews,
  events,
  flows,
  leads,
  media,
  messages,
  operations,
  requests,
  segments,
  sessions,
  simulator,
  templates,
  triggers,
  workspace,
});
