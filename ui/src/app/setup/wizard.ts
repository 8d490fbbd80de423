// Everything typed while setting up, and what can be checked before the desk is asked.
import { inject, reactive, type InjectionKey } from "vue";
import type { CreateDesk, HoursView, Problem } from "@/ipc";

export interface DayRow {
  weekday: number;
  works: boolean;
  opens: string | null;
  closes: string | null;
  lunch: boolean;
  breakFrom: string | null;
  breakTo: string | null;
}

export interface WizardForm {
  name: string;
  address: string;
  phone: string;
  days: DayRow[];
  no: string;
  adminName: string;
  password: string;
  again: string;
  enough: boolean;
  content: "starter" | "empty";
  training: boolean;
}

export const wizardKey: InjectionKey<WizardForm> = Symbol("wizard");

/** Monday to Friday 7:30–17:30 with lunch, Saturday morning: blood is drawn before eight. */
export function beginning(): WizardForm {
  const day = (weekday: number): DayRow => ({
    weekday,
    works: weekday <= 6,
    opens: "07:30",
    closes: weekday === 6 ? "12:00" : "17:30",
    lunch: weekday <= 5,
    breakFrom: "12:00",
    breakTo: "13:30",
  });
  return {
    name: "",
    address: "",
    phone: "",
    days: [1, 2, 3, 4, 5, 6, 7].map(day),
    no: "",
    adminName: "",
    password: "",
    again: "",
    enough: false,
    content: "starter",
    training: false,
  };
}

const empty = (field: string): Problem => ({ code: "empty", params: {}, field });

export function institutionProblem(form: WizardForm): Problem | null {
  if (form.name.trim() === "") return empty("institution.name");
  if (form.address.trim() === "") return empty("institution.address");
  if (form.phone.trim() === "") return empty("institution.phone");
  return null;
}

export type HoursFault = { kind: "none" } | { kind: "order" | "break"; weekday: number };

/** The form of the wizard around this step. */
export function useWizard(): WizardForm {
  return inject(wizardKey, () => reactive(beginning()), true);
}

/** The first thing wrong with the opening hours; null when they can be. */
export function hoursFault(days: readonly DayRow[]): HoursFault | null {
  const open = days.filter((day) => day.works);
  if (open.length === 0) return { kind: "none" };
  for (const day of open) {
    if (day.opens === null || day.closes === null || day.opens >= day.closes)
      return { kind: "order", weekday: day.weekday };
    if (!day.lunch) continue;
    const { breakFrom, breakTo } = day;
    if (
      breakFrom === null ||
      breakTo === null ||
      breakFrom >= breakTo ||
      breakFrom <= day.opens ||
      breakTo >= day.closes
    )
      return { kind: "break", weekday: day.weekday };
  }
  return null;
}

export function adminProblem(form: WizardForm): Problem | null {
  if (form.no.trim() === "") return empty("admin.no");
  if (form.adminName.trim() === "") return empty("admin.name");
  if (form.password === "") return empty("admin.password");
  return null;
}

/** The weekdays as the desk takes them; a day without work is left out. */
export function hoursOf(days: readonly DayRow[]): HoursView[] {
  return days
    .filter((day) => day.works)
    .map((day) => ({
      weekday: day.weekday,
      opens: day.opens ?? "",
      closes: day.closes ?? "",
      breakFrom: day.lunch ? day.breakFrom : null,
      breakTo: day.lunch ? day.breakTo : null,
    }));
}

/** Hours of the desk as rows to edit, all seven weekdays. */
export function daysOf(hours: readonly HoursView[]): DayRow[] {
  return beginning().days.map((usual) => {
    const set = hours.find((row) => row.weekday === usual.weekday);
    if (!set) return { ...usual, works: false };
    const lunch = set.breakFrom !== null;
    return {
      ...usual,
      works: true,
      opens: set.opens,
      closes: set.closes,
      lunch,
      breakFrom: set.breakFrom ?? usual.breakFrom,
      breakTo: set.breakTo ?? usual.breakTo,
    };
  });
}

export function toInput(form: WizardForm): CreateDesk {
  const hours = hoursOf(form.days);
  return {
    institution: { name: form.name.trim(), address: form.address.trim(), phone: form.phone, hours },
    admin: { no: form.no.trim(), name: form.adminName.trim(), password: form.password },
    content: form.content,
    training: form.training,
  };
}

/** Which step shows a field the desk named. */
export function stepOf(field: string | null): 0 | 1 | 2 {
  if (field?.startsWith("institution")) return 0;
  return field?.startsWith("admin") ? 1 : 2;
}
