// The shape of what is said of refusals: one sentence per code, from its facts.
import type { Code, Facts } from "@/ipc/problem";

export type Problems = { readonly [C in Code]: (facts: Facts[C]) => string };
