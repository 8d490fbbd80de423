// How the window looks to one person.
import type { Words } from "../../shape";
import type zh from "../../zh/house/preferences";

export default {
  title: "My preferences",
  hint: "For you only; they follow your staff number.",
  moreHint: "Language, light or dark, size of text, password",
  language: "Language",
  theme: "Light or dark",
  system: "As the system",
  light: "Light",
  dark: "Dark",
  text: "Size of text",
  normal: "Normal",
  large: "Large",
  larger: "Larger",
  password: "Change password",
  current: "Present password",
  next: "New password",
  again: "New password again",
  differ: "The two entries differ.",
  changed: "Password changed; use the new one next time.",
} satisfies Words<typeof zh>;
