// Runs composables inside a mounted component.
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createPinia } from "pinia";
import { createApp, defineComponent, h } from "vue";
import { queries } from "@/ipc";

export function host<T>(setup: () => T): { result: T; unmount: () => void } {
  let result: T | undefined;
  const app = createApp(defineComponent({ setup: () => ((result = setup()), () => h("i")) }));
  app.use(createPinia()).use(VueQueryPlugin, { queryClient: queries });
  app.mount(document.createElement("div"));
  return { result: result as T, unmount: () => app.unmount() };
}

/** Lets everything that is already under way finish. */
export const settle = async (): Promise<void> => {
  for (let i = 0; i < 8; i += 1) await new Promise((done) => setTimeout(done, 0));
};
