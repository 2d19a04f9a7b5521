/** What conditions may look at, taken from a node's scope. */
import type { Facts } from "../expressions/conditions.ts";
import type { Scope } from "./define-node.ts";

export function factsOf(scope: Scope): Facts {
  return {
    read: (path) => scope.read(path),
    render: (template) => scope.render(template),
    timeZone: scope.ctx.timeZone,
  };
}
