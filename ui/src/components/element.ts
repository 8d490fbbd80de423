// The few parts of Element Plus that are used. Its
// declared props don't fit exactOptionalPropertyTypes,
// so they are taken as components with free props; the wrappers around them are typed.
import { ElConfigProvider } from "element-plus/es/components/config-provider/index";
import { ElDatePicker } from "element-plus/es/components/date-picker/index";
import { ElOption as Option, ElSelect as Select } from "element-plus/es/components/select/index";
import type { DefineComponent } from "vue";

type Free = DefineComponent<Record<string, unknown>>;

export const ElConfig = ElConfigProvider as unknown as Free;
export const ElDate = ElDatePicker as unknown as Free;
export const ElSelect = Select as unknown as Free;
export const ElOption = Option as unknown as Free;
