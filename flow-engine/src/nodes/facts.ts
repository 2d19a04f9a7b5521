/** What conditions may look at, taken from a node's scope. */
import type { Facts } from "../expressions/conditions.ts";
import type { Scope } from "./define-node.ts";

export function factsOf(scope: Scope): Facts {
  const { now, timeZone, hours } = scope.ctx;
  return {
    read: (path) => scope.read(path),
    render: (template) => scope.render(template),
    now,
    timeZone,
    hours,
  };
}
