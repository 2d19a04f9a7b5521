/** Where a flow's nodes are drawn: RapidPro goes down the page, we go to the right. */
import type { Drawn } from "../place-steps.ts";
import type { Chain } from "./chain.ts";
import type { RapidProFlow } from "./source.ts";

/** Empty when some node was never drawn: then the editor lays all of them out. */
export function drawnNodes(source: RapidProFlow, chains: ReadonlyMap<string, Chain>): Drawn[] {
  const drawn = source._ui?.nodes ?? {};
  const nodes = source.nodes.flatMap(({ uuid }): Drawn[] => {
    const position = Object.hasOwn(drawn, uuid) ? drawn[uuid]?.position : null;
    const steps = chains.get(uuid)?.steps ?? [];
    return position ? [{ along: position.top, across: position.left, steps }] : [];
  });
  return nodes.length < source.nodes.length ? [] : nodes;
}
