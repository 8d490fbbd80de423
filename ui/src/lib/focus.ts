// Where the keyboard is. Used by dialogs; knows no screens.

const STOPS =
  'a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex]:not([tabindex="-1"])';

export function stopsIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.closest("[inert],[hidden]"),
  );
}

const FIELDS =
  "input:not([disabled]):not([type=hidden]),select:not([disabled]),textarea:not([disabled])";
/** What wants the focus when a dialog opens. */
export const FIRST = `[data-autofocus],${FIELDS}`;

/** The element asked for with data-autofocus, else the first field, else the first stop. */
export function focusFirst(root: HTMLElement): void {
  const wanted =
    root.querySelector<HTMLElement>("[data-autofocus]") ?? root.querySelector<HTMLElement>(FIELDS);
  (chosen(root, wanted) ?? wanted ?? stopsIn(root)[0] ?? root).focus();
}

/** Choices are one stop, at the one that is chosen. */
function chosen(root: HTMLElement, first: HTMLElement | null): HTMLElement | undefined {
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return undefined;
  const group = [...root.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")];
  return group.find((radio) => radio.name === first.name);
}
