// What is typed and not yet saved, kept encrypted by the desk. Never in the browser's own storage.
import { onBeforeUnmount, readonly, ref, toRaw, watch, type Ref } from "vue";
import { now } from "@/lib/clock";
import { call } from "./client";

const PAUSE = 600;
const open = new Set<() => Promise<void>>();

/** When any draft was last kept (UTC ms); the foot bar shows it. */
export const lastKept = ref<number | null>(null);

/** Keeps everything that is still waiting for its pause: before locking, before leaving. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...open].map((flush) => flush()));
}

export interface Draft {
  /** When this draft was last kept (UTC ms). */
  savedAt: Readonly<Ref<number | null>>;
  /** True when something typed earlier was put back. */
  restored: Readonly<Ref<boolean>>;
  /** Resolves once a kept draft, if there is one, is back in the form; never rejects. */
  ready: Promise<void>;
  flush: () => Promise<void>;
  /** After the write went through: what is in the form now counts as saved. */
  clear: () => Promise<void>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Puts back the fields the form still has; a draft of an older shape can't break it. */
export function putBack(form: Record<string, unknown>, kept: unknown): void {
  if (!isObject(kept)) return;
  for (const [key, value] of Object.entries(kept)) {
    if (!(key in form)) continue;
    const now = form[key];
    if (isObject(now) && isObject(value) && Object.keys(now).length > 0) putBack(now, value);
    else if (
      now === null ||
      value === null ||
      (typeof now === typeof value && Array.isArray(now) === Array.isArray(value))
    )
      form[key] = value;
  }
}

/**
 * Keeps `form` (a reactive object of plain values) under `key`. A form as it began needs no draft.
 */
export function useDraft<T extends object>(key: string, form: T): Draft {
  const savedAt = ref<number | null>(null);
  const restored = ref(false);
  const typed = (): string => JSON.stringify(toRaw(form));
  let saved = typed();
  const beginning = saved;
  let kept = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function keep(body: string): Promise<void> {
    if (body === beginning) {
      if (kept) await call("drafts.clear", { key });
      kept = false;
      savedAt.value = null;
    } else {
      await call("drafts.save", { key, body });
      kept = true;
      savedAt.value = lastKept.value = now();
    }
    saved = body;
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    const body = typed();
    // One after the other, so that an older text never overtakes a newer one.
    if (body !== saved)
      writing = writing
        .catch(() => undefined)
        .then(() => (body === saved ? undefined : keep(body)));
    return writing;
  }

  async function restore(): Promise<void> {
    const found = await call("drafts.read", { key });
    if (found.body === null) return;
    kept = true;
    savedAt.value = found.savedAt;
    if (typed() !== beginning) return;
    putBack(form as Record<string, unknown>, JSON.parse(found.body));
    saved = typed();
    restored.value = true;
  }

  async function clear(): Promise<void> {
    clearTimeout(timer);
    await writing.catch(() => undefined);
    saved = typed();
    savedAt.value = null;
    if (kept) await call("drafts.clear", { key });
    kept = false;
  }

  const quietly = (): void => void flush().catch(() => undefined);
  watch(
    () => JSON.stringify(form),
    () => {
      clearTimeout(timer);
      timer = setTimeout(quietly, PAUSE);
    },
  );
  open.add(flush);
  onBeforeUnmount(() => {
    open.delete(flush);
    quietly();
  });

  return {
    savedAt: readonly(savedAt),
    restored: readonly(restored),
    ready: restore().catch(() => undefined),
    flush,
    clear,
  };
}
