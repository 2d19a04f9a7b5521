/** Strongly connected components (Tarjan), without recursion: a flow may be thousands of nodes long. */

interface Visit {
  id: string;
  targets: string[];
  /** Next target to look at. */
  at: number;
}

/**
 * @param ids all nodes; the components and the nodes within them keep this order
 * @returns every component, single nodes included
 */
export function stronglyConnected(ids: readonly string[], targetsOf: (id: string) => string[]): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];

  const enter = (id: string): Visit => {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
    isOpen.add(id);
    return { id, targets: targetsOf(id), at: 0 };
  };
  const lower = (id: string, value: number) => low.set(id, Math.min(low.get(id) ?? value, value));
  const close = (id: string) => {
    if (low.get(id) !== order.get(id)) return;
    const component = open.splice(open.lastIndexOf(id));
    for (const member of component) isOpen.delete(member);
    components.push(component);
  };

  for (const root of ids) {
    if (order.has(root)) continue;
    const visits = [enter(root)];
    for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
      const target = visit.targets[visit.at++];
      if (target === undefined) {
        visits.pop();
        close(visit.id);
        const parent = visits.at(-1);
        if (parent) lower(parent.id, low.get(visit.id) ?? 0);
      } else if (!order.has(target)) {
        visits.push(enter(target));
      } else if (isOpen.has(target)) {
        lower(visit.id, order.get(target) ?? 0);
      }
    }
  }
  return inOrder(components, ids);
}

function inOrder(components: string[][], ids: readonly string[]): string[][] {
  const place = new Map(ids.map((id, at) => [id, at]));
  const placeOf = (id: string | undefined) => place.get(id ?? "") ?? 0;
  for (const component of components) component.sort((a, b) => placeOf(a) - placeOf(b));
  return components.sort((a, b) => placeOf(a[0]) - placeOf(b[0]));
}
