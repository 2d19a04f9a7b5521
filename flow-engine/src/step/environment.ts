/** What templates and conditions see: variables by name, and contact, channel, system beside them. */
import { inboundText } from "../content/inbound.ts";
import type { InputMessage } from "../inputs/message.ts";
import type { Session, Variables } from "../session/schema.ts";
import type { ContactSnapshot, StepContext } from "./context.ts";

/** Names a variable can't take: they belong to the environment, or to JavaScript. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "contact",
  "channel",
  "system",
  "session",
  "trigger",
  "message",
  "vars",
  "__proto__",
]);

export type Environment = Record<string, unknown>;

/** A null-prototype object: `constructor` and `__proto__` are ordinary absent names in it. */
export function createEnvironment(session: Session, ctx: StepContext, language: string): Environment {
  const env: Environment = Object.create(null);
  assignVariables(env, session.vars);
  assignContact(env, ctx.contact);
  assignSystem(env, ctx, language);
  const { plays, platform } = ctx.channel;
  env.channel = Object.assign({ windowOpen: isOpen(ctx) }, ctx.channel, { platform: plays ?? platform });
  env.session = {
    id: session.id,
    // Few flows print it, and making it is not free.
    get webhook() {
      return ctx.hookUrl;
    },
  };
  assignTrigger(env, session);
  return env;
}

/** Whether free words may be sent now: `channel.windowOpen` in templates and conditions. */
function isOpen({ channel: { windowExpiresAt }, now }: StepContext): boolean {
  if (windowExpiresAt === undefined) return true;
  return windowExpiresAt !== null && Date.parse(windowExpiresAt) > now;
}

/** Custom fields are read like the contact's own: `contact.city`. Its own come first. */
export function assignContact(env: Environment, contact: ContactSnapshot): void {
  // Copied as they are: assigned to an empty object, a field called __proto__ would become its prototype.
  env.contact = Object.assign({ ...contact.fields }, contact);
}

/** @param language the one in which the flow speaks to the contact */
export function assignSystem(env: Environment, { now, timeZone }: StepContext, language: string): void {
  env.system = { now: new Date(now).toISOString(), timeZone, language };
}

/** `trigger` is what began the flow that runs, and what it calls. */
export function assignTrigger(env: Environment, { frames }: Pick<Session, "frames">): void {
  env.trigger = frames.findLast(({ trigger }) => trigger !== undefined)?.trigger ?? {};
}

/** Makes `vars` readable by name and as `vars.<name>`; the environment's own names stay what they are. */
export function assignVariables(env: Environment, vars: Variables): void {
  for (const [name, value] of Object.entries(vars)) if (!RESERVED_NAMES.has(name)) env[name] = value;
  env.vars = vars;
}

/** `message` is what the customer sent last, with its words as `message.text`. Not kept between steps. */
export function assignMessage(env: Environment, { id, content, origin }: InputMessage): void {
  const text = inboundText(content) ?? "";
  env.message = Object.assign({ ...content }, { id, text }, origin ? { origin } : null);
}

/** Variables without names that belong to the environment. */
export function withoutReserved(vars: Variables): Variables {
  return Object.fromEntries(Object.entries(vars).filter(([name]) => !RESERVED_NAMES.has(name)));
}

/** The variable that a path reads: `pedido.total` and `vars.pedido` → `pedido`; null for `contact.name` and the like. */
export function variableOf(path: string): string | null {
  const [first = "", second] = path.split(".");
  if (first === "vars") return second ?? null;
  return first === "" || RESERVED_NAMES.has(first) ? null : first;
}

/** `items[0].name` as `items.0.name`. */
export function withoutBrackets(path: string): string {
  return path.replace(/\[\s*['"]?([^\]'"]*)['"]?\s*\]/g, ".$1");
}

export function readPath(root: unknown, path: string): unknown {
  return readKeys(root, path.split("."));
}

/** Own properties only, so no path reaches a prototype. */
export function readKeys(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
