// The fields of a visitor as they are typed, and as the desk takes them.
import type {
  Basis,
  GuardianFields,
  IdKind,
  Manner,
  NoPhone,
  Sex,
  VisitorDraft,
  VisitorView,
} from "@/ipc";
import { dayOf } from "@/lib/dates";

/** Under this age a guardian consents (PIPL 31). */
const GUARDED_UNDER = 14;

export interface VisitorForm {
  name: string;
  phone: string;
  /** Why there is none. */
  noPhone: NoPhone | null;
  phone2: string;
  idKind: IdKind;
  idNumber: string;
  sex: Sex | "unknown";
  /** As it was said: a day, a month, a year, an age. */
  bornOn: string | null;
  address: string;
  note: string;
  groups: string[];
  conditions: string[];
  allergies: string[];
  consent: boolean;
  healthConsent: boolean;
  manner: Manner;
  guardianRelation: string;
  guardianPhone: string;
  basis: Basis;
  basisReason: string;
}

export const blank = (): VisitorForm => ({
  name: "",
  phone: "",
  noPhone: null,
  phone2: "",
  idKind: "none",
  idNumber: "",
  sex: "unknown",
  bornOn: null,
  address: "",
  note: "",
  groups: [],
  conditions: [],
  allergies: [],
  consent: false,
  healthConsent: false,
  manner: "spoken",
  guardianRelation: "",
  guardianPhone: "",
  basis: "consent",
  basisReason: "",
});

/**
 * What was typed, as the desk takes it. An untouched
 * number is asked for as "resident" once one is typed.
 */
export function draftOf(form: VisitorForm): VisitorDraft {
  const {
    name,
    phone,
    noPhone,
    phone2,
    idKind,
    idNumber,
    sex,
    bornOn,
    address,
    note,
    groups,
    conditions,
    allergies,
  } = form;
  return {
    name: name.trim(),
    phone,
    noPhone: phone.trim() === "" ? noPhone : null,
    phone2,
    idKind,
    idNumber: idNumber.trim(),
    sex: sex === "unknown" ? null : sex,
    bornOn: bornOn?.trim() || null,
    address,
    note,
    groups: [...groups],
    conditions: [...conditions],
    allergies: [...allergies],
  };
}

/** A record as a form; its numbers are masked until they are revealed, so they come in beside. */
export function formOf(
  view: VisitorView,
  numbers: { phone: string; phone2: string; idNumber: string },
): VisitorForm {
  return {
    ...blank(),
    ...numbers,
    name: view.name,
    noPhone: view.noPhone,
    idKind: view.idKind,
    sex: view.sex ?? "unknown",
    bornOn: view.bornOn,
    address: view.address,
    note: view.note,
    groups: [...view.groups],
    conditions: [...view.conditions],
    allergies: [...view.allergies],
    consent: view.consent,
    healthConsent: view.healthConsent,
  };
}

/** Who consents for a child, as the desk takes it. */
export function guardianOf(
  form: Pick<VisitorForm, "manner" | "guardianRelation" | "guardianPhone">,
): GuardianFields | null {
  if (form.manner !== "guardian") return null;
  return { relation: form.guardianRelation.trim(), phone: form.guardianPhone.trim() };
}

/**
 * Whether what is typed of the birth date, or stands in the number, may be of somebody under
 * fourteen. A help only: the desk reads what is said and decides.
 */
export function isChild(form: Pick<VisitorForm, "bornOn" | "idNumber">, now: number): boolean {
  const number = /^\d{6}(\d{8})\d{3}[\dXx]$/.exec(form.idNumber.trim())?.[1];
  const said = (number ?? form.bornOn ?? "").normalize("NFKC").trim();
  const years = /^(\d{1,3})\s*(岁|y)/i.exec(said);
  if (years) return Number(years[1]) < GUARDED_UNDER;
  const found = /^(\d{4})(?:\D?(\d{1,2}))?(?:\D?(\d{1,2}))?/.exec(said);
  if (!found) return false;
  const two = (part: string | undefined, open: string): string => (part ?? open).padStart(2, "0");
  const turns = `${Number(found[1]) + GUARDED_UNDER}-${two(found[2], "12")}-${two(found[3], "31")}`;
  return dayOf(now) < turns;
}
