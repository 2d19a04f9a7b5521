/** Shortest ways through a flow, as witnesses of problems. */

/** Node → the node before it on a shortest way from `from`, which leads nowhere back itself. */
export type CameFrom = ReadonlyMap<string, string | null>;

/** Every node that can be reached, nearest first. @param from where ways begin */
export function waysFrom(
  from: Iterable<string>,
  targetsOf: (id: string) => Iterable<string>,
): Map<string, string | null> {
  const cameFrom = new Map<string, string | null>([...from].map((id) => [id, null]));
  // A map goes on over what is added to it meanwhile.
  for (const id of cameFrom.keys())
    for (const target of targetsOf(id)) if (!cameFrom.has(target)) cameFrom.set(target, id);
  return cameFrom;
}

/** From where the way began to `id`, both included. */
export function wayTo(id: string, cameFrom: CameFrom): string[] {
  const way = [id];
  for (let at = cameFrom.get(id); at !== undefined && at !== null; at = cameFrom.get(at)) way.push(at);
  return way.reverse();
}
