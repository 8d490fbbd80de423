// What every test starts from: Chinese, no desk, an empty page.
import { beforeEach } from "vitest";
import { language } from "@/i18n";
import { queries } from "@/ipc";
import { replaceTransport } from "@/ipc/transport";
import { layers } from "@/lib/layers";

// The platform opens a popover; the page that tests see has none.
HTMLElement.prototype.showPopover = () => undefined;

beforeEach(() => {
  language.value = "zh";
  queries.clear();
  layers.splice(0);
  document.body.innerHTML = '<div id="overlays"></div>';
  replaceTransport({
    call: (command) => Promise.reject(new Error(`no desk: ${command}`)),
    onLocked: () => undefined,
  });
});
