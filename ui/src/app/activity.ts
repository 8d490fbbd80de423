// A hand on keyboard or mouse: somebody is at the
// desk. The session passes it on, at most every 15 s.
import { onBeforeUnmount, onMounted } from "vue";
import { useSession } from "@/ipc";

const SIGNS = ["pointerdown", "keydown", "wheel"] as const;

export function useActivity(): void {
  const session = useSession();
  const seen = (): void => session.touch(performance.now());
  onMounted(() =>
    SIGNS.forEach((sign) => window.addEventListener(sign, seen, { passive: true, capture: true })),
  );
  onBeforeUnmount(() =>
    SIGNS.forEach((sign) => window.removeEventListener(sign, seen, { capture: true })),
  );
}
