/** The pieces of a graph that no link joins. */
export interface Components {
  /** Node ids by component, ascending inside each; the largest first, ties by the smallest id. No singles. */
  readonly parts: readonly Uint32Array[];
  /** Nodes without a link, ascending. */
  readonly isolated: Uint32Array;
}

/** Links whose two ends are the same node join nothing. */
export function findComponents(
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Components {
  const parent = Uint32Array.from({ length: nodeCount }, (_, i) => i);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let link = 0; link < from.length; link++) {
    const a = root(from[link]!);
    const b = root(to[link]!);
    // The smaller id becomes the root, so that the roots don't depend on the order of the links.
    if (a < b) parent[b] = a;
    else if (b < a) parent[a] = b;
  }
  const members = new Map<number, number[]>();
  for (let node = 0; node < nodeCount; node++) {
    const top = root(node);
    const list = members.get(top);
    if (list) list.push(node);
    else members.set(top, [node]);
  }
  const all = [...members.values()];
  const parts = all.filter((list) => list.length > 1).map((list) => Uint32Array.from(list));
  parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  return { parts, isolated: Uint32Array.from(all.filter((list) => list.length === 1).flat()) };
}
