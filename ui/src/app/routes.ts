// The pages: the frame's own and those of the features. The address survives locking.
import { createRouter, createWebHashHistory, type Router } from "vue-router";
import { featureRoutes } from "@/lib/feature";
import { t } from "@/i18n";
import type { Right } from "@/ipc";
import BoardPage from "./BoardPage.vue";
import NewEncounterPage from "./encounter/NewEncounterPage.vue";
import MorePage from "./MorePage.vue";
import NotFoundPage from "./NotFoundPage.vue";
import PreferencesPage from "./PreferencesPage.vue";

declare module "vue-router" {
  interface RouteMeta {
    /** The name of the page, for the window title. */
    title?: () => string;
    /** The page is not offered without it. */
    right?: Right;
  }
}

export function makeRouter(): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      {
        path: "/",
        name: "board",
        component: BoardPage,
        meta: { title: () => t("frame.boardTitle") },
      },
      { path: "/more", name: "more", component: MorePage, meta: { title: () => t("frame.more") } },
      {
        path: "/preferences",
        name: "preferences",
        component: PreferencesPage,
        meta: { title: () => t("preferences.title") },
      },
      {
        path: "/about",
        name: "about",
        component: () => import("./AboutPage.vue"),
        meta: { title: () => t("about.title") },
      },
      {
        path: "/institution",
        name: "institution",
        component: () => import("./InstitutionPage.vue"),
        meta: { title: () => t("institution.title"), right: "administer" },
      },
      // Not loaded later: what is typed right after F2 must find its box.
      {
        path: "/reception/new",
        name: "new-encounter",
        component: NewEncounterPage,
        meta: { right: "receive" },
      },
      {
        path: "/reception/:id(\\d+)",
        name: "encounter",
        component: () => import("./encounter/EncounterPage.vue"),
        meta: { right: "serve" },
      },
      ...featureRoutes(),
      {
        path: "/:rest(.*)*",
        name: "missing",
        component: NotFoundPage,
        meta: { title: () => t("frame.notFound") },
      },
    ],
  });
}
