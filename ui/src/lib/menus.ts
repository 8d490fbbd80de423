// The webview's own menu and its own way with dropped things: reload, save an image, look
// a word up, open a file. None of that belongs to the desk.

/** Where cut, copy and paste with the mouse are of use. */
const WRITABLE =
  'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="tel"], input[type="number"]';

function writable(event: Event): boolean {
  const field = event.target instanceof Element ? event.target.closest(WRITABLE) : null;
  return field !== null && !field.matches(":disabled, [readonly]");
}

/** On macOS the menu of a field hands the words to search and to other programs. */
const telling = (): boolean => navigator.userAgent.includes("Mac OS X");

export function refuseMenusAndDrops(page: Document): void {
  page.addEventListener("contextmenu", (event) => {
    if (!writable(event) || telling()) event.preventDefault();
  });
  // Words may be dragged within the window; a file or a picture may not, and nothing
  // is taken where nobody writes.
  const refuse = (event: DragEvent): void => {
    const files = event.dataTransfer?.types.includes("Files") ?? true;
    if (writable(event) && !files) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
  };
  for (const moment of ["dragenter", "dragover", "drop"] as const)
    page.addEventListener(moment, refuse, { capture: true });
}
