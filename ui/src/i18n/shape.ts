// The types that make a missing word a compile error. Knows no words.

export type Language = "zh" | "en";

// The arguments are checked by At and Words.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Phrase = (...facts: any[]) => string;
export type Tree = { readonly [key: string]: string | Phrase | Tree };

/** The shape of a dictionary: the same keys, the same facts, other sentences. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...facts: infer F) => string
      ? (...facts: F) => string
      : Words<T[K]>;
};

/** Every "subject.key" of a dictionary. */
export type Path<T> = {
  [K in keyof T & string]: T[K] extends string | Phrase ? K : `${K}.${Path<T[K]>}`;
}[keyof T & string];

type At<T, P extends string> = P extends `${infer K}.${infer R}`
  ? K extends keyof T
    ? At<T[K], R>
    : never
  : P extends keyof T
    ? T[P]
    : never;

/** The facts a sentence needs. */
export type FactsOf<T, P extends string> = At<T, P> extends (...facts: infer F) => string ? F : [];

/** The word or phrase at a path; undefined when a caller got round the types. */
export function find(tree: Tree, path: string): string | Phrase | undefined {
  let at: string | Phrase | Tree | undefined = tree;
  for (const key of path.split(".")) {
    if (typeof at !== "object") return undefined;
    at = at[key];
  }
  return typeof at === "object" ? undefined : at;
}
