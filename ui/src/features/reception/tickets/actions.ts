// What can be done with tickets, each told once it is done. One set per screen.
import { computed, type ComputedRef } from "vue";
import { t } from "@/i18n";
import { useWrite, type Problem, type TicketLine } from "@/ipc";
import { toast, toastProblem, toastSent } from "@/lib/toasts";

export interface TicketActions {
  callNext: () => Promise<TicketLine | null>;
  call: (line: TicketLine) => Promise<void>;
  start: (line: TicketLine) => Promise<void>;
  finish: (line: TicketLine) => Promise<void>;
  noShow: (line: TicketLine) => Promise<void>;
  leave: (line: TicketLine) => Promise<void>;
  undo: () => Promise<void>;
  busy: ComputedRef<boolean>;
}

/** A refusal of a single key press has no form to stand in. */
const refused = (problem: Problem | null): void => toastProblem(problem, "amber");

export function useTicketActions(): TicketActions {
  const next = useWrite("tickets.call_next");
  const again = useWrite("tickets.call");
  const begin = useWrite("tickets.start");
  const end = useWrite("tickets.finish");
  const missed = useWrite("tickets.no_show");
  const gone = useWrite("tickets.leave");
  const back = useWrite("tickets.undo");
  const all = [next, again, begin, end, missed, gone, back];

  return {
    async callNext() {
      const sent = await next.send({});
      if (!sent.ok) return (refused(next.problem.value), null);
      toast(t("tickets.called", sent.value.no));
      return sent.value;
    },
    async call(line) {
      toastSent(await again.send({ id: line.id }), t("tickets.called", line.no), "amber");
    },
    async start(line) {
      if (!(await begin.send({ id: line.id })).ok) refused(begin.problem.value);
    },
    async finish(line) {
      toastSent(await end.send({ id: line.id }), t("tickets.finished", line.no), "amber");
    },
    async noShow(line) {
      toastSent(await missed.send({ id: line.id }), t("tickets.missed", line.no), "amber");
    },
    async leave(line) {
      toastSent(await gone.send({ id: line.id, reason: "" }), t("tickets.gone", line.no), "amber");
    },
    async undo() {
      const sent = await back.send({});
      if (sent.ok) toast(t("tickets.undone", sent.value.no));
      else refused(back.problem.value);
    },
    busy: computed(() => all.some((write) => write.busy.value)),
  };
}
