// The order of siblings after one of them moved by a place. Pure.
interface Node {
  id: number;
  parentId: number | null;
}

/** The ids of the siblings in their new order; null when it is at that end already. */
export function movedBy(rows: readonly Node[], node: Node, by: -1 | 1): number[] | null {
  const ids = rows.filter((row) => row.parentId === node.parentId).map((row) => row.id);
  const at = ids.indexOf(node.id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= ids.length) return null;
  ids.splice(at, 1);
  ids.splice(to, 0, node.id);
  return ids;
}
