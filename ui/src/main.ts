// Starts the window: words, session, routes, keys.
import { createPinia } from "pinia";
import { VueQueryPlugin } from "@tanstack/vue-query";
import { createApp } from "vue";
import "element-plus/theme-chalk/base.css";
import "element-plus/theme-chalk/el-input.css";
import "element-plus/theme-chalk/el-popper.css";
import "element-plus/theme-chalk/el-scrollbar.css";
import "element-plus/theme-chalk/el-select.css";
import "element-plus/theme-chalk/el-option.css";
import "element-plus/theme-chalk/el-tag.css";
import "element-plus/theme-chalk/el-date-picker.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/element.css";
import App from "./app/App.vue";
import { collectFeatures } from "./app/collect";
import { makeRouter } from "./app/routes";
import { listenForKeys } from "./lib/keys";
import { queries, reportFault, Unexpected, useSession } from "./ipc";

collectFeatures();
const app = createApp(App).use(createPinia()).use(VueQueryPlugin, { queryClient: queries }).use(makeRouter());

const broke = (thrown: unknown): void => {
  reportFault(thrown instanceof Unexpected ? thrown : new Unexpected("window", thrown instanceof Error ? thrown.message : String(thrown)));
};
app.config.errorHandler = broke;
window.addEventListener("unhandledrejection", (event) => broke(event.reason));

listenForKeys(document);
const session = useSession();
session.listen();
void session.load().then(() => app.mount("#app"));
