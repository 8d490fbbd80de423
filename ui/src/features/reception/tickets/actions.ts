// What can be done with tickets, each told once it is done. One set per screen.
import { computed, type ComputedRef } from "vue";
import { t } from "@/i18n";
import { useWrite, type Problem, type TicketLine } from "@/ipc";
import { problemWords, language } from "@/i18n";
import { toast } from "@/lib/toasts";

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
function refused(problem: Problem | null): void {
  if (problem) toast(problemWords(problem, language.value), "amber");
}

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
      if ((await again.send({ id: line.id })).ok) toast(t("tickets.called", line.no));
      else refused(again.problem.value);
    },
    async start(line) {
      if (!(await begin.send({ id: line.id })).ok) refused(begin.problem.value);
    },
    async finish(line) {
      if ((await end.send({ id: line.id })).ok) toast(t("tickets.finished", line.no));
      else refused(end.problem.value);
    },
    async noShow(line) {
      if ((await missed.send({ id: line.id })).ok) toast(t("tickets.missed", line.no));
      else refused(missed.problem.value);
    },
    async leave(line) {
      if ((await gone.send({ id: line.id, reason: "" })).ok) toast(t("tickets.gone", line.no));
      else refused(gone.problem.value);
    },
    async undo() {
      const sent = await back.send({});
      if (sent.ok) toast(t("tickets.undone", sent.value.no));
      else refused(back.problem.value);
    },
    busy: computed(() => all.some((write) => write.busy.value)),
  };
}
