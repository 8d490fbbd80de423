// Whose work is in the program: written by xtask from the lock files before the page is built.
// The texts are a part of the page of their own, loaded when one is opened.

export interface ThirdParty {
  name: string;
  version: string;
  licence: string;
  /** A registry, or the component it lies in. */
  from: string;
  /** Which of the texts it is under. */
  texts: readonly number[];
}

// Asked for by pattern, so that the page can be worked on before the files are there.
const files = import.meta.glob("../third-party/*.json", { import: "default" });

async function read<T>(name: string): Promise<readonly T[]> {
  return ((await files[`../third-party/third-party-${name}.json`]?.()) ?? []) as readonly T[];
}

export const thirdParty = {
  list: (): Promise<readonly ThirdParty[]> => read<ThirdParty>("list"),
  async text(one: ThirdParty): Promise<string> {
    const texts = await read<string>("texts");
    return one.texts.map((at) => texts[at] ?? "").join(`\n\n${"—".repeat(20)}\n\n`);
  },
};
