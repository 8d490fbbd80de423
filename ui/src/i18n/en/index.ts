// Every subject's file of this folder under its name, as zh lists them. Each file fits
// zh's by type, and a test compares the two dictionaries word by word.
import type { Words } from "../shape";
import type * as zh from "../zh";
import { en as sets } from "@/ipc/words.generated";

const files = import.meta.glob<object>(["./*/*.ts", "./common.ts", "./frame.ts"], {
  eager: true,
  import: "default",
});

const named = Object.entries(files).map(([path, words]) => [
  path.replace(/^.*\/|\.ts$/g, ""),
  words,
]);

export default { ...Object.fromEntries(named), sets } as Words<typeof zh>;
