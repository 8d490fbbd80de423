// The program itself, and whose work is in it.
import type { Words } from "../../shape";
import type zh from "../../zh/house/about";

export default {
  title: "About Shouwen",
  moreHint: "Version, components of others and their licences",
  version: (version: string) => `Version ${version}`,
  madeWith: (parts: string) => `Database and encryption: ${parts}`,
  own: "Shouwen is under the MIT or the Apache-2.0 licence, as you like.",
  others: (count: number) => `${count} components of others are in it, each under its own licence.`,
  list: "Components of others",
  find: "Find by name or licence",
  none: "No such component.",
  noneDo: "Please try another name or licence.",
  name: "Name",
  at: "Version",
  licence: "Licence",
  from: "From",
  empty: "This build came without the list of components.",
  emptyDo: "The list is made when the program is packaged; please use a complete installer.",
  text: "Text of the licence",
  choose: "Choose a component on the left.",
  lost: "The text could not be read. Please choose the component again.",
} satisfies Words<typeof zh>;
