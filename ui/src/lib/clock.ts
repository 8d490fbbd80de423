// The page's clock. The desk says its time with every answer, and in between the clock runs on.
// Rules never use it: the desk has its own time.
import { onScopeDispose, readonly, ref, type Ref } from "vue";

/** How far the desk's clock is ahead of the webview's, in ms. */
let ahead = 0;

/** The desk has just said that it is this moment (UTC ms). */
export function setNow(moment: number): void {
  ahead = moment - Date.now();
}

/** Now in UTC ms, as the desk's clock shows it. */
export function now(): number {
  return Date.now() + ahead;
}

/** The same, moving every `every` ms while in use. */
export function useNow(every = 1_000): Readonly<Ref<number>> {
  const shown = ref(now());
  const timer = setInterval(() => (shown.value = now()), every);
  onScopeDispose(() => clearInterval(timer));
  return readonly(shown);
}
