/** What every handler of the API is built on: the contract, who asks, and what the server has. */
import { implement } from "@orpc/server";
import type { Actor } from "../auth/actor.ts";
import { authorize } from "../auth/authorize.ts";
import { contract } from "../contract/index.ts";
import type { Services } from "../services.ts";

export interface ApiContext {
  services: Services;
  /** Null: nobody proved anything. */
  actor: Actor | null;
  /** The request's headers, for what signs a browser in. */
  requestHeaders: Headers;
  /** Sent along with the answer. */
  setCookies(cookies: readonly string[]): void;
}

/** For the routes that are open to anyone. */
export const open = implement(contract).$context<ApiContext>();

/** For all others: a role that has the route's right, or nothing. */
export const api = open.use(({ context, path, next }) =>
  next({ context: { actor: authorize(context.actor, path) } }),
);
