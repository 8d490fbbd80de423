// The closed sets as a screen offers them: every code of the desk, in the desk's order.
// A new code is offered wherever its set is, unless the screen leaves it out by name.
import { setWords } from "./acts";
import { dictionaries, type Dictionary } from "./index";

type Sets = Dictionary["sets"];
type Code<S extends keyof Sets> = keyof Sets[S] & string;

/** The codes of a set, except some. */
export function codes<S extends keyof Sets, X extends Code<S> = never>(
  set: S,
  except: readonly X[] = [],
): Exclude<Code<S>, X>[] {
  const known = Object.keys(dictionaries.zh.sets[set]) as Code<S>[];
  return known.filter((code): code is Exclude<Code<S>, X> => !except.some((one) => one === code));
}

/** The same with their words in the language in force, as inputs take them. */
export function choices<S extends keyof Sets, X extends Code<S> = never>(
  set: S,
  except: readonly X[] = [],
): { value: Exclude<Code<S>, X>; label: string }[] {
  return codes(set, except).map((value) => ({ value, label: setWords(set, value) }));
}
