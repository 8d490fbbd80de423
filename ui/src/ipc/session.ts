// Who sits at the desk and whether it is open. Pinia holds this and the preferences, nothing else.
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import { call, onRefused } from "./client";
import { flushDrafts, lastKept } from "./draft";
import type { Phase, Right, SessionState, SignedIn } from "./generated";
import { queries } from "./queries";
import { transport } from "./transport";

export type { Phase, Right, Role, SessionState, SignedIn } from "./generated";

const TOUCH_EVERY = 15_000;

export const useSession = defineStore("session", () => {
  const state = shallowRef<SessionState | null>(null);
  /** The desk did not answer at all. */
  const unreachable = ref(false);
  /** Who was here when it locked. */
  const before = shallowRef<SignedIn | null>(null);
  let touched = 0;

  const phase = computed<Phase | null>(() => state.value?.phase ?? null);
  const staff = computed(() => state.value?.staff ?? null);

  function can(right: Right | undefined): boolean {
    return right === undefined || (state.value?.rights.includes(right) ?? false);
  }

  async function load(): Promise<void> {
    try {
      state.value = await call("session.state", {});
      unreachable.value = false;
    } catch {
      unreachable.value = true;
    }
  }

  function enter(next: SessionState): void {
    state.value = next;
  }

  /** Throws `Refused` with the field at fault. */
  async function signIn(no: string, password: string): Promise<void> {
    enter(await call("session.sign_in", { no, password }));
  }

  /** Everything personal leaves the screen and the memory of the window. */
  function shut(): void {
    const now = state.value;
    if (now === null || now.phase !== "open") return;
    before.value = now.staff;
    state.value = { ...now, phase: "locked", staff: null, rights: [], journal: null };
    lastKept.value = null;
    queries.clear();
  }

  async function lock(): Promise<void> {
    if (phase.value !== "open") return;
    await flushDrafts();
    await call("session.lock", {}).catch(() => undefined);
    shut();
  }

  async function signOut(): Promise<void> {
    await flushDrafts();
    await call("session.sign_out", {}).catch(() => undefined);
    shut();
    before.value = null;
  }

  function forgetWho(): void {
    before.value = null;
  }

  /** A hand moved: tells the desk that somebody is here, at most every 15 s. */
  function touch(at: number): void {
    if (phase.value !== "open" || at - touched < TOUCH_EVERY) return;
    touched = at;
    void call("session.touch", {}).catch(() => undefined);
  }

  function listen(): void {
    transport().onLocked(shut);
    onRefused((refused) => {
      if (refused.problem.code === "locked") shut();
    });
  }

  return { state, unreachable, before, phase, staff, can, load, enter, signIn, lock, signOut, shut, forgetWho, touch, listen };
});
