// The one place that touches the native side. Everything else speaks through a Transport.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Topic } from "./generated";

export interface Answer {
  value: unknown;
  touched: readonly Topic[];
  at: number;
}

export interface Transport {
  call(command: string, input: unknown, opId: string | null): Promise<Answer>;
  /** Called when the desk locked itself because nobody was there. */
  onLocked(run: () => void): void;
  /** Called when the computer's clock was moved, or taken for right again. */
  onClock?(run: () => void): void;
}

const native: Transport = {
  call: (command, input, opId) => invoke<Answer>("call", { command, input, opId }),
  onLocked: (run) => {
    void listen("locked", run);
  },
  onClock: (run) => {
    void listen("clock", run);
  },
};

let current: Transport = native;

export function transport(): Transport {
  return current;
}

/** For tests and for looking at screens without the shell. */
export function replaceTransport(other: Transport): void {
  current = other;
}
