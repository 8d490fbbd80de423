// Starts the window: words, session, routes, keys.
import { createPinia } from "pinia";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createApp } from "vue";
import "./styles";
import App from "./app/App.vue";
import { collectFeatures } from "./app/collect";
import { makeRouter } from "./app/routes";
import { listenForKeys } from "./lib/keys";
import { refuseMenusAndDrops } from "./lib/menus";
import { queries, reportFault, Unexpected, usePreferences, useSession } from "./ipc";

collectFeatures();
const app = createApp(App)
  .use(createPinia())
  .use(VueQueryPlugin, { queryClient: queries })
  .use(makeRouter());

const broke = (thrown: unknown): void => {
  if (import.meta.env.DEV) console.error(thrown);
  reportFault(
    thrown instanceof Unexpected
      ? thrown
      : new Unexpected("window", thrown instanceof Error ? thrown.message : String(thrown)),
  );
};
app.config.errorHandler = broke;
window.addEventListener("unhandledrejection", (event) => broke(event.reason));

listenForKeys(document);
refuseMenusAndDrops(document);
const session = useSession();
session.listen();
// How the window looked before it was locked; else the language the
// program was started in, until somebody signs in or chooses another.
const asked = new URLSearchParams(location.search);
const look = asked.get("look");
if (look) usePreferences().recall(look);
else if (asked.get("language")?.startsWith("en")) usePreferences().speak("en");
void session.load().then(() => app.mount("#app"));
