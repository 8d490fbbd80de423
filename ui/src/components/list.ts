// The columns of a DataList, what can be chosen from, and the moving of the one line at hand. Pure.

export interface Column {
  key: string;
  title: string;
  /** A grid track: "72px", "1fr", "minmax(120px, 2fr)". */
  width: string;
  end?: boolean;
  /** How its cells look: numbers and names in bold, what is beside the point muted. */
  look?: "num" | "mut";
}

/** One of those to choose from. */
export interface Option<V> {
  value: V;
  label: string;
  disabled?: boolean;
}

const PAGE = 10;

/**
 * Where a key leads from row `at` (-1 = none) in a list
 * of `count`; null when the key is not for the list.
 */
export function rowAfter(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  const clamp = (n: number): number => Math.max(0, Math.min(count - 1, n));
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at === -1 ? count - 1 : at - 1);
    case "PageDown":
      return clamp(at + PAGE);
    case "PageUp":
      return clamp(at - PAGE);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
