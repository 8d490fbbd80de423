// One typed door to the desk. Knows no screens and no caching.
import { setNow } from "@/lib/clock";
import { SHOWS, type CommandName, type Commands, type ReadName, type Topic } from "./generated";
import { newOpId, type OpId } from "./op";
import { Refused, sortFault } from "./problem";
import { transport } from "./transport";

export type { ReadName, WriteName } from "./generated";

export type Input<N extends CommandName> = Commands[N]["input"];
export type View<N extends CommandName> = Commands[N]["view"];

export interface Done<N extends CommandName> {
  value: View<N>;
  touched: readonly Topic[];
}

type Hearer = (refused: Refused) => void;
const hearers = new Set<Hearer>();

/** Lets the session hear refusals that concern everybody (locked meanwhile). */
export function onRefused(hearer: Hearer): void {
  hearers.add(hearer);
}

type Watcher = (touched: readonly Topic[]) => void;
const watchers = new Set<Watcher>();

/** Lets the session hear of every change that went through. */
export function onWritten(watcher: Watcher): void {
  watchers.add(watcher);
}

export function isRead(name: CommandName): name is ReadName {
  return name in SHOWS;
}

/** The whole answer. Throws `Refused` or `Unexpected`. Writes get an id unless one is handed in. */
export async function callWhole<N extends CommandName>(
  name: N,
  input: Input<N>,
  opId?: OpId,
): Promise<Done<N>> {
  try {
    const id = isRead(name) ? null : (opId ?? newOpId());
    const answer = await transport().call(name, input, id);
    setNow(answer.at);
    if (answer.touched.length > 0 && !name.startsWith("session."))
      watchers.forEach((hear) => hear(answer.touched));
    return { value: answer.value as View<N>, touched: answer.touched };
  } catch (thrown) {
    const fault = sortFault(name, thrown);
    if (fault instanceof Refused) hearers.forEach((hear) => hear(fault));
    throw fault;
  }
}

/** The value only: for reads outside of components and for the session itself. */
export async function call<N extends CommandName>(name: N, input: Input<N>): Promise<View<N>> {
  return (await callWhole(name, input)).value;
}
