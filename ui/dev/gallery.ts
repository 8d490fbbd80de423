// Every part on one page, to be looked at in both themes.
import { createPinia } from "pinia";
import { createApp } from "vue";
import "../src/styles";
import Gallery from "./PartsGallery.vue";

createApp(Gallery).use(createPinia()).mount("#app");
