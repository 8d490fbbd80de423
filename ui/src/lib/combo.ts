// Names of key combinations: "F2", "Ctrl+K", "Alt+1", "?". Pure.

const FOLD: Record<string, string> = { "？": "?", "／": "/", " ": "Space", Esc: "Escape" };

/**
 * The combination an event stands for; Command counts as
 * Ctrl. Empty for a lone modifier or an input method.
 */
export function comboOf(event: KeyboardEvent): string {
  if (event.isComposing || event.keyCode === 229) return "";
  if (["Control", "Alt", "Shift", "Meta", "Process", "Dead"].includes(event.key)) return "";
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  let key = FOLD[event.key] ?? event.key;
  if (event.altKey && digit !== undefined) key = digit;
  if (key.length === 1) key = key.toUpperCase();
  const named = key.length > 1 || /[A-Z]/.test(key);
  const held = [
    event.ctrlKey || event.metaKey ? "Ctrl" : "",
    event.altKey ? "Alt" : "",
    event.shiftKey && named && (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey)
      ? "Shift"
      : "",
  ].filter(Boolean);
  return [...held, key].join("+");
}

/** Whether the combination would also be text in a field. */
export function isTyped(combo: string): boolean {
  return !/^(F\d|Ctrl\+|Alt\+|Escape$)/.test(combo);
}

/** A native text field, select or editable part: plain letters belong to it. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && ["radio", "checkbox"].includes(target.type))
    return false;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** Ctrl+K → ["Ctrl", "K"], as they are written on keycaps. */
export function capsOf(combo: string): string[] {
  return combo
    .split("+")
    .map(
      (cap) =>
        ({ Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→" })[cap] ??
        cap,
    );
}
