// What was typed in the search of the frame and is carried to the page that registers. In
// memory only: an address stands in the memory of the window after a lock as well.
let text = "";
let count = 0;

export function carry(typed: string): string {
  text = typed;
  count += 1;
  return String(count);
}

export const carried = (): string => text;
