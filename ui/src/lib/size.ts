// How large a file is, as people say it.
const UNITS = ["B", "KB", "MB", "GB", "TB"] as const;

/** 12.3 MB */
export function sizeWords(bytes: number): string {
  let size = Math.max(0, bytes);
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${UNITS[unit]}`;
}
