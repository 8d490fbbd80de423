// The dialogs that are open, lowest first. What is said over all of them goes into the last.
import { shallowReactive } from "vue";

export const layers = shallowReactive<HTMLElement[]>([]);

/** Opens a layer; the answer closes it again. */
export function openLayer(dialog: HTMLElement): () => void {
  layers.push(dialog);
  return () => {
    const at = layers.indexOf(dialog);
    if (at >= 0) layers.splice(at, 1);
  };
}
