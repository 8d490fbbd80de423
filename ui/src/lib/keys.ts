// Which keys do what right now. Screens register; one listener answers; the overlay lists them.
import { onScopeDispose, shallowReactive } from "vue";
import { comboOf, isTyped, takesText } from "./combo";

export interface Key {
  /** "F2", "Ctrl+K", "Alt+1", "N". */
  keys: string;
  /** What it does, for the overlay. */
  words: () => string;
  run: (event: KeyboardEvent) => void;
  /** In force only while this holds. */
  when?: () => boolean;
}

export interface Scope {
  title: () => string;
  keys: readonly Key[];
  /** A dialog: what lies under it gets no keys. */
  modal?: boolean;
  /** In force even under a dialog (locking). */
  always?: boolean;
}

const scopes = shallowReactive<Scope[]>([]);

/** The scopes in force, innermost first. */
export function scopesInForce(): Scope[] {
  const inner = [...scopes].reverse();
  const modal = inner.findIndex((scope) => scope.modal);
  return modal === -1 ? inner : inner.filter((scope, i) => i <= modal || scope.always);
}

/** Adds a scope; the answer takes it away again. */
export function addScope(scope: Scope): () => void {
  scopes.push(scope);
  return () => {
    const at = scopes.indexOf(scope);
    if (at >= 0) scopes.splice(at, 1);
  };
}

/**
 * Keys of a screen or part, for as long as it lives. Registered at setup, so that a dialog
 * comes before what is inside it. An empty title joins "this screen" in the overlay.
 */
export function useKeys(
  title: () => string,
  keys: readonly Key[],
  more: { modal?: boolean; always?: boolean } = {},
): void {
  onScopeDispose(addScope({ title, keys, ...more }));
}

/** Finds and runs the key; true when one was found. */
export function pressed(event: KeyboardEvent): boolean {
  const combo = comboOf(event);
  if (combo === "" || event.defaultPrevented || (isTyped(combo) && takesText(event.target)))
    return false;
  for (const scope of scopesInForce()) {
    const key = scope.keys.find((k) => k.keys === combo && (k.when?.() ?? true));
    if (!key) continue;
    event.preventDefault();
    key.run(event);
    return true;
  }
  return false;
}

export function listenForKeys(target: Document): void {
  target.addEventListener("keydown", pressed);
}
