// How this person likes the window: language, light or dark, size of text.
// Kept per member of staff in the draft "preferences";
// before sign-in Chinese and the system's theme.
import { defineStore } from "pinia";
import { reactive, ref, watch } from "vue";
import { language, type Language } from "@/i18n";
import { call } from "./client";
import { putBack } from "./draft";

export type Theme = "system" | "light" | "dark";
export type TextSize = "normal" | "large" | "larger";
export interface Preferences {
  language: Language;
  theme: Theme;
  text: TextSize;
}

const KEY = "preferences";
const CHOICES = {
  language: ["zh", "en"],
  theme: ["system", "light", "dark"],
  text: ["normal", "large", "larger"],
} as const;

function checked(form: Preferences): Preferences {
  const pick = <T extends string>(all: readonly T[], value: T): T =>
    all.includes(value) ? value : (all[0] as T);
  return {
    language: pick(CHOICES.language, form.language),
    theme: pick(CHOICES.theme, form.theme),
    text: pick(CHOICES.text, form.text),
  };
}

export const usePreferences = defineStore("preferences", () => {
  const chosen = reactive<Preferences>({ language: "zh", theme: "system", text: "normal" });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const systemDark = ref(dark.matches);
  dark.addEventListener("change", (event) => (systemDark.value = event.matches));

  watch(
    [chosen, systemDark],
    () => {
      const root = document.documentElement;
      language.value = chosen.language;
      root.lang = chosen.language === "zh" ? "zh-CN" : "en";
      root.dataset.theme =
        chosen.theme === "system" ? (systemDark.value ? "dark" : "light") : chosen.theme;
      root.dataset.text = chosen.text;
    },
    { immediate: true, flush: "sync" },
  );

  /**
   * The address carries how the window looks, so that it
   * looks the same when the page is loaded anew at lock.
   */
  watch(
    () => `${chosen.language}-${chosen.theme}-${chosen.text}`,
    (look) => {
      const address = new URL(location.href);
      address.searchParams.delete("language");
      address.searchParams.set("look", look);
      history.replaceState(history.state, "", address);
    },
  );

  function recall(look: string): void {
    const [spoken, theme, text] = look.split("-");
    Object.assign(chosen, checked({ language: spoken, theme, text } as Preferences));
  }

  /** A language asked for before sign-in counts for whoever signs in next. */
  let asked: Language | null = null;

  function speak(wanted: Language): void {
    chosen.language = asked = wanted;
  }

  /** After sign-in: as this person left it. */
  async function load(): Promise<void> {
    const found = await call("drafts.read", { key: KEY }).catch(() => null);
    const form: Preferences = { language: "zh", theme: "system", text: "normal" };
    if (found?.body) putBack(form as unknown as Record<string, unknown>, JSON.parse(found.body));
    Object.assign(chosen, checked(form), asked ? { language: asked } : {});
    if (asked && asked !== form.language) await keep();
    asked = null;
  }

  async function keep(): Promise<void> {
    await call("drafts.save", { key: KEY, body: JSON.stringify(chosen) }).catch(() => undefined);
  }

  return { chosen, speak, recall, load, keep };
});
