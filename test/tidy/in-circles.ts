/** The nodes of a graph that reach themselves. Empty when they can be put in an order. */
export function inCircles(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  // Who leads to nobody that is left is on no circle. Mostly this leaves nobody, and spares the walks below.
  let left = new Set(graph.keys());
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    left = new Set([...left].filter((node) => [...(graph.get(node) ?? [])].some((next) => left.has(next))));
  }
  const reached = (start: string): Set<string> => {
    const seen = new Set<string>();
    const next = [...(graph.get(start) ?? [])];
    for (let node = next.pop(); node !== undefined; node = next.pop()) {
      if (seen.has(node)) continue;
      seen.add(node);
      next.push(...(graph.get(node) ?? []));
    }
    return seen;
  };
  return [...left].filter((node) => reached(node).has(node)).sort();
}
