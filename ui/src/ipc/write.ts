// Writing to the desk: one intent, one operation id, one refresh.
import { readonly, ref, shallowRef, type Ref } from "vue";
import { callWhole, type Input, type View, type WriteName } from "./client";
import { reportFault } from "./faults";
import { newOpId, type OpId } from "./op";
import { Refused, Unexpected, sortFault, type Problem } from "./problem";
import { refresh } from "./queries";

/** `problem` is null when something broke: the frame has said so already. */
export type Sent<N extends WriteName> =
  { ok: true; value: View<N> } | { ok: false; problem: Problem | null };

export interface Write<N extends WriteName> {
  /** Resolves after everything on screen that shows the change was refreshed. Never throws. */
  send: (input: Input<N>) => Promise<Sent<N>>;
  busy: Readonly<Ref<boolean>>;
  /** The last refusal; hand it to AppForm. */
  problem: Readonly<Ref<Problem | null>>;
  forget: () => void;
}

/**
 * One kind of write on one screen. The same input sent again after an unknown outcome carries
 * the same operation id, so it is done once; a second click while busy joins the first.
 */
export function useWrite<N extends WriteName>(name: N): Write<N> {
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  let intent: { body: string; opId: OpId } | null = null;
  let running: { body: string; sent: Promise<Sent<N>> } | null = null;

  async function run(input: Input<N>, opId: OpId): Promise<Sent<N>> {
    busy.value = true;
    problem.value = null;
    try {
      const done = await callWhole(name, input, opId);
      intent = null;
      await refresh(done.touched);
      return { ok: true, value: done.value };
    } catch (thrown) {
      const fault = sortFault(name, thrown);
      if (fault instanceof Refused) {
        intent = null;
        problem.value = fault.problem;
      } else if (fault instanceof Unexpected) {
        reportFault(fault);
      }
      return { ok: false, problem: problem.value };
    } finally {
      busy.value = false;
      running = null;
    }
  }

  function send(input: Input<N>): Promise<Sent<N>> {
    const body = JSON.stringify(input);
    if (running) return running.body === body ? running.sent : running.sent.then(() => send(input));
    if (intent?.body !== body) intent = { body, opId: newOpId() };
    const sent = run(input, intent.opId);
    running = { body, sent };
    return sent;
  }

  return {
    send,
    busy: readonly(busy),
    problem: problem as Readonly<Ref<Problem | null>>,
    forget: () => (problem.value = null),
  };
}
