// The fault that the person has to know about now. The frame shows it; nobody else does.
import { shallowRef } from "vue";
import type { Unexpected } from "./problem";

export const fault = shallowRef<Unexpected | null>(null);

export function reportFault(unexpected: Unexpected): void {
  fault.value = unexpected;
}

export function dismissFault(): void {
  fault.value = null;
}
