/** What templates and conditions see: variables by name, and contact, channel, system beside them. */
import type { Session } from "../session/schema.ts";
import type { StepContext } from "./context.ts";

/** Names a variable can't take: they belong to the environment. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(["contact", "channel", "system", "session", "vars"]);

export type Environment = Record<string, unknown>;

/** A null-prototype object: `constructor` and `__proto__` are ordinary absent names in it. */
export function createEnvironment(session: Session, ctx: StepContext): Environment {
  const env: Environment = Object.assign(Object.create(null), session.vars);
  env.vars = session.vars;
  env.contact = { ...ctx.contact.fields, ...ctx.contact };
  env.channel = ctx.channel;
  env.session = { id: session.id };
  env.system = { now: new Date(ctx.now).toISOString(), timeZone: ctx.timeZone };
  return env;
}

/** Own properties only, so no path reaches a prototype. */
export function readPath(env: Environment, path: string): unknown {
  let value: unknown = env;
  for (const key of path.split(".")) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
