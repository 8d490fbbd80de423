// The dialogs that are open, lowest first. What lies under the top one is inert.
import { shallowReactive } from "vue";

export const layers = shallowReactive<string[]>([]);

function settle(): void {
  const app = document.getElementById("app");
  if (app) app.inert = layers.length > 0;
}

/** Opens a layer; the answer closes it again. */
export function openLayer(id: string): () => void {
  layers.push(id);
  settle();
  return () => {
    const at = layers.indexOf(id);
    if (at >= 0) layers.splice(at, 1);
    settle();
  };
}
