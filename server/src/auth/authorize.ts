/** Who may do what: one matrix of roles, one table of routes, nothing allowed that is not in them. */
import type { Role } from "../contract/index.ts";
import { AppError } from "../http/app-error.ts";
import type { Actor } from "./actor.ts";

const EVERYONE = ["viewer", "agent", "editor", "admin", "owner"] as const satisfies readonly Role[];
const AGENTS = ["agent", "editor", "admin", "owner"] as const satisfies readonly Role[];
const EDITORS = ["editor", "admin", "owner"] as const satisfies readonly Role[];
const ADMINS = ["admin", "owner"] as const satisfies readonly Role[];

const MATRIX = {
  "workspace.read": EVERYONE,
  "workspace.write": ADMINS,
  "secrets.read": EDITORS,
  "secrets.write": ADMINS,
  "analytics.read": EVERYONE,
  "conversations.read": EVERYONE,
  "conversations.write": AGENTS,
  "sessions.read": EVERYONE,
  "sessions.write": AGENTS,
  "contacts.read": EVERYONE,
  "contacts.write": AGENTS,
  "contacts.export": ADMINS,
  "contacts.import": ADMINS,
  "contacts.erase": ADMINS,
  "flows.read": EVERYONE,
  "flows.write": EDITORS,
  "events.report": EDITORS,
  "simulator.use": EDITORS,
  "channels.read": EVERYONE,
  "channels.write": ADMINS,
  "webhook-log.read": ADMINS,
  "webhook-log.retry": ADMINS,
  "api-keys.manage": ADMINS,
  "media.read": EVERYONE,
  "media.write": AGENTS,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MATRIX;

/** Each route of the contract, by its path in it, and what it takes. A route that is not here is refused to all. */
const ROUTES: Readonly<Record<string, Action>> = {
  "account.me": "workspace.read",
  "account.apiKeys.list": "api-keys.manage",
  "account.apiKeys.create": "api-keys.manage",
  "account.apiKeys.revoke": "api-keys.manage",
  "channels.list": "channels.read",
  "channels.get": "channels.read",
  "channels.create": "channels.write",
  "channels.update": "channels.write",
  "channels.remove": "channels.write",
  "channels.check": "channels.write",
  "channels.disconnect": "channels.write",
  "connections.setup": "channels.write",
  "connections.start": "channels.write",
  "connections.choices": "channels.write",
  "connections.connect": "channels.write",
  "media.list": "media.read",
  "media.get": "media.read",
  "media.remove": "media.write",
  "templates.list": "channels.read",
  "templates.get": "channels.read",
  "templates.sync": "channels.write",
  "contacts.list": "contacts.read",
  "contacts.count": "contacts.read",
  "contacts.get": "contacts.read",
  "contacts.update": "contacts.write",
  "contacts.remove": "contacts.erase",
  "contacts.export": "contacts.export",
  "contacts.notes": "contacts.read",
  "contacts.addNote": "contacts.write",
  "contacts.merge": "contacts.write",
  "contacts.undoMerge": "contacts.write",
  "contactImports.get": "contacts.import",
  "contactImports.check": "contacts.import",
  "contactImports.rows": "contacts.import",
  "contactImports.run": "contacts.import",
  "contactImports.remove": "contacts.import",
  "segments.list": "contacts.read",
  "segments.get": "contacts.read",
  "segments.create": "contacts.write",
  "segments.update": "contacts.write",
  "segments.remove": "contacts.write",
  "leads.list": "contacts.read",
  "leads.retry": "contacts.write",
  "conversations.list": "conversations.read",
  "conversations.get": "conversations.read",
  "conversations.messages": "conversations.read",
  "conversations.counts": "conversations.read",
  "conversations.update": "conversations.write",
  "conversations.startFlow": "conversations.write",
  "conversationViews.list": "conversations.read",
  "conversationViews.create": "conversations.write",
  "conversationViews.remove": "conversations.write",
  "cannedReplies.list": "conversations.read",
  "cannedReplies.create": "conversations.write",
  "cannedReplies.update": "conversations.write",
  "cannedReplies.remove": "conversations.write",
  "conversations.takeOver": "conversations.write",
  "conversations.handBack": "conversations.write",
  "conversations.read": "conversations.write",
  "messages.send": "conversations.write",
  "flows.list": "flows.read",
  "flows.get": "flows.read",
  "flows.check": "flows.read",
  "flows.export": "flows.read",
  "flows.examples": "flows.read",
  "flows.import": "flows.write",
  "flows.versions": "flows.read",
  "flows.version": "flows.read",
  "flows.previewPublish": "flows.read",
  "flows.traffic": "analytics.read",
  "flows.create": "flows.write",
  "flows.save": "flows.write",
  "flows.remove": "flows.write",
  "flows.publish": "flows.write",
  "flows.unpublish": "flows.write",
  "requests.try": "flows.write",
  "events.report": "events.report",
  "triggers.explain": "flows.read",
  "sessions.list": "sessions.read",
  "sessions.get": "sessions.read",
  "sessions.events": "sessions.read",
  "sessions.end": "sessions.write",
  "sessions.endMany": "sessions.write",
  "sessions.moveMany": "sessions.write",
  "sessions.resumeMany": "sessions.write",
  "simulator.phone": "simulator.use",
  "simulator.send": "simulator.use",
  "simulator.read": "simulator.use",
  "simulator.runDraft": "simulator.use",
  "simulator.reset": "simulator.use",
  "simulator.moveClock": "simulator.use",
  "simulator.skipWait": "simulator.use",
  "operations.webhookLog.list": "webhook-log.read",
  "operations.webhookLog.retry": "webhook-log.retry",
  "operations.usage": "workspace.read",
  "operations.errors": "workspace.read",
  "workspace.get": "workspace.read",
  "workspace.update": "workspace.write",
  "workspace.members": "workspace.read",
  "workspace.names": "workspace.read",
  "workspace.secrets.list": "secrets.read",
  "workspace.secrets.store": "secrets.write",
  "workspace.secrets.remove": "secrets.write",
  "workspace.teams.list": "workspace.read",
  "workspace.teams.create": "workspace.write",
  "workspace.teams.update": "workspace.write",
  "workspace.teams.remove": "workspace.write",
  "analytics.overview": "analytics.read",
  "analytics.unmatched": "conversations.read",
  "analytics.whatIf": "conversations.read",
  "analytics.experiments": "analytics.read",
  "analytics.events": "analytics.read",
  "operations.ws.status": "workspace.read",
  "operations.ws.stats": "workspace.read",
};

export function may(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = MATRIX[action];
  return allowed.includes(role);
}

/** Undefined: the route is open to nobody. */
export function actionOf(path: readonly string[]): Action | undefined {
  const name = path.join(".");
  return Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
}

/** Throws unless the actor's role has the route's right. */
export function authorize(actor: Actor | null, path: readonly string[]): Actor {
  return allowed(actor, actionOf(path));
}

/** For the few routes that are not in the contract, since bytes travel by them. @param action undefined: nobody's */
export function allowed(actor: Actor | null, action: Action | undefined): Actor {
  if (!actor)
    throw new AppError("unauthorized", 401, "Sign in, or send an API key as Authorization: Bearer.");
  if (action === undefined || !may(actor.role, action)) {
    throw new AppError("forbidden", 403, `The role ${actor.role} may not do this.`);
  }
  return actor;
}

const RANK: Record<Role, number> = { viewer: 0, agent: 1, editor: 2, admin: 3, owner: 4 };

/** Nobody gives away more than they have. */
export function mayGrant(actor: Actor, role: Role): boolean {
  return RANK[role] <= RANK[actor.role];
}
