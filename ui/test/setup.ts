// What every test starts from: Chinese, no desk, an empty page.
import { disableAutoUnmount, enableAutoUnmount } from "@vue/test-utils";
import { afterEach, beforeEach } from "vitest";
import { language } from "@/i18n";
import { queries } from "@/ipc";
import { replaceTransport } from "@/ipc/transport";
import { layers } from "@/lib/layers";

// What the platform does with popovers and modal dialogs, and happy-dom does not.
HTMLElement.prototype.showPopover = () => undefined;
const before = new WeakMap<HTMLDialogElement, Element | null>();
HTMLDialogElement.prototype.showModal = function () {
  before.set(this, document.activeElement);
  this.open = true;
};
HTMLDialogElement.prototype.close = function () {
  const opener = before.get(this);
  this.open = false;
  if (opener instanceof HTMLElement && this.isConnected) opener.focus();
};

// The files of tests share one page: what a test mounted goes with it.
disableAutoUnmount();
enableAutoUnmount(afterEach);

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
