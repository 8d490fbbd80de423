// The wall clock for what is on screen. Rules never use it: the desk has its own time.
import { onScopeDispose, readonly, ref, type Ref } from "vue";

/** Now in UTC ms, moving every `every` ms while in use. */
export function useNow(every = 1_000): Readonly<Ref<number>> {
  const now = ref(Date.now());
  const timer = setInterval(() => (now.value = Date.now()), every);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
