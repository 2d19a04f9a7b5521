/** What conditions may look at, taken from a node's scope. */
import type { Facts } from "../expressions/conditions.ts";
import type { Scope } from "./define-node.ts";

export function factsOf(scope: Scope): Facts {
  const { now, timeZone, hours } = scope.ctx;
  return { read: scope.read, render: scope.render, now, timeZone, hours };
}
