// Where features meet: every features/*/*/index.ts is collected here and nowhere else.
import { registerFeatures, type Feature } from "@/lib/feature";

export function collectFeatures(): void {
  const found = import.meta.glob<{ default: Feature }>("../features/*/*/index.ts", { eager: true });
  registerFeatures(Object.values(found).map((module) => module.default));
}
