// Who sits at the desk and whether it is open. Pinia holds this and the preferences, nothing else.
import { defineStore } from "pinia";
import { computed, ref, shallowRef } from "vue";
import { call, onRefused, onWritten } from "./client";
import { flushDrafts, lastKept } from "./draft";
import type { NewCodes, OneTime, Phase, Right, Rotate, SessionState, SignedIn } from "./generated";
import { usePreferences } from "./preferences";
import { queries } from "./queries";
import { transport } from "./transport";

export type { Phase, Right, Role, SessionState, SignedIn } from "./generated";

const TOUCH_EVERY = 15_000;
const VERIFY_EVERY = 3_600_000;

export const useSession = defineStore("session", () => {
  const state = shallowRef<SessionState | null>(null);
  /** The desk did not answer at all. */
  const unreachable = ref(false);
  /** Who was here when it locked. */
  const before = shallowRef<SignedIn | null>(null);
  /** When the journal's chain was last walked, and how it was. */
  const verified = shallowRef<{ at: number; whole: boolean } | null>(null);
  /** New recovery codes on their way to the screen that has them typed back. */
  const codes = shallowRef<NewCodes | null>(null);
  /** One-time codes of the others after the keys were replaced, until they are handed out. */
  const handOut = shallowRef<{ codes: readonly OneTime[]; until: number } | null>(null);
  let touched = -TOUCH_EVERY;

  const phase = computed<Phase | null>(() => state.value?.phase ?? null);
  const staff = computed(() => state.value?.staff ?? null);
  /** Somebody is signed in, also while an alarm holds the desk back. */
  const inside = computed(
    () =>
      phase.value === "open" ||
      phase.value === "alarm" ||
      (phase.value === "confirming" && staff.value !== null),
  );

  function can(right: Right | undefined): boolean {
    return right === undefined || (state.value?.rights.includes(right) ?? false);
  }

  async function load(): Promise<void> {
    try {
      await enter(await call("session.state", {}));
      unreachable.value = false;
    } catch {
      unreachable.value = true;
    }
  }

  /**
   * Shows the next state once the window looks as this person
   * likes it, so that nothing changes under their eyes.
   */
  async function enter(next: SessionState): Promise<void> {
    if (next.phase === "open" && next.staff && !next.staff.mustChange)
      await usePreferences().load();
    // A page that was loaded anew still greets who was here.
    if (next.phase === "locked") before.value = next.lockedFor;
    state.value = next;
  }

  /** Throws `Refused` with the field at fault. */
  async function signIn(no: string, password: string): Promise<void> {
    await enter(await call("session.sign_in", { no, password }));
  }

  /** Comes in with a printed code; throws `Refused` with the field at fault. */
  async function recover(code: string, no: string, password: string): Promise<void> {
    codes.value = await call("session.recover", { code, no, password });
    await load();
  }

  /** The screens give way to the codes; what they showed is asked for again afterwards. */
  async function anew(): Promise<void> {
    await load();
    queries.clear();
  }

  /** New recovery codes for the own password; throws `Refused`. */
  async function renewCodes(password: string): Promise<void> {
    await flushDrafts();
    codes.value = await call("keys.renew_codes", { password });
    await anew();
  }

  /**
   * Replaces the keys; throws `Refused`. What has to
   * be handed out waits in `handOut` and `takeCodes`.
   */
  async function rotate(input: Rotate): Promise<void> {
    await flushDrafts();
    const done = await call("keys.rotate", input);
    codes.value = done.codes;
    handOut.value = { codes: done.oneTime, until: done.validUntil };
    await anew();
  }

  function handedOut(): void {
    handOut.value = null;
  }

  function takeCodes(): NewCodes | null {
    const taken = codes.value;
    codes.value = null;
    return taken;
  }

  /** Everything personal leaves the screen and the memory of the window. */
  function shut(): void {
    const now = state.value;
    if (now === null || !inside.value) return;
    before.value = now.staff;
    state.value = {
      ...now,
      phase: "locked",
      staff: null,
      lockedFor: now.staff,
      rights: [],
      journal: null,
      clock: null,
      alarm: null,
      backup: null,
    };
    lastKept.value = null;
    queries.clear();
  }

  async function lock(): Promise<void> {
    if (!inside.value) return;
    if (phase.value === "open") await flushDrafts();
    await call("session.lock", {}).catch(() => undefined);
    shut();
  }

  async function signOut(): Promise<void> {
    await flushDrafts();
    await call("session.sign_out", {}).catch(() => undefined);
    locked();
    before.value = null;
  }

  function forgetWho(): void {
    before.value = null;
  }

  /**
   * A hand moved, `at` on any counter of ms: tells the desk that somebody is here, at
   * most every 15 s.
   */
  function touch(at: number): void {
    if (phase.value === "locked" || at - touched < TOUCH_EVERY) return;
    touched = at;
    void call("session.touch", {}).catch(() => undefined);
  }

  function listen(): void {
    transport().onLocked(locked);
    transport().onClock?.(() => void renew());
    onRefused((refused) => {
      if (refused.problem.code === "locked") locked();
      if (
        ["must_change_password", "alarm_stands", "codes_not_confirmed"].includes(
          refused.problem.code,
        )
      )
        void load();
    });
    onWritten(() => void renew());
  }

  /** Also while setting up: then only the desk knows where it stands. */
  function locked(): void {
    if (inside.value) shut();
    else void load();
  }

  /** After a write: the number of the last journal entry, and perhaps other rights. */
  async function renew(): Promise<void> {
    if (phase.value !== "open") return;
    const next = await call("session.state", {}).catch(() => null);
    if (!next || phase.value !== "open" || next.staff?.id !== staff.value?.id) return;
    if (next.staff?.mustChange === staff.value?.mustChange) state.value = next;
    else await enter(next);
  }

  /** Walks the journal's chain, at most once an hour. */
  async function verify(at: number): Promise<void> {
    if (verified.value && at - verified.value.at < VERIFY_EVERY) return;
    const verdict = await call("session.verify_journal", {}).catch(() => null);
    if (verdict) verified.value = { at, whole: verdict.brokenAt === null };
  }

  return {
    state,
    unreachable,
    before,
    phase,
    staff,
    can,
    load,
    enter,
    signIn,
    recover,
    renewCodes,
    takeCodes,
    rotate,
    handOut,
    handedOut,
    lock,
    signOut,
    shut,
    forgetWho,
    touch,
    listen,
    verify,
    verified,
  };
});
