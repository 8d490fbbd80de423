// The fields of a visitor as they are typed, and as the desk takes them.
import type { Basis, GuardianFields, IdKind, Manner, Sex, VisitorDraft, VisitorView } from "@/ipc";
import { dayOf } from "@/lib/dates";

/** Under this age a guardian consents (PIPL 31). */
const GUARDED_UNDER = 14;

export interface VisitorForm {
  name: string;
  phone: string;
  phone2: string;
  idKind: IdKind;
  idNumber: string;
  sex: Sex | "unknown";
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
    phone2,
    idKind,
    idNumber: idNumber.trim(),
    sex: sex === "unknown" ? null : sex,
    bornOn: bornOn || null,
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

/** Whether the birth date, typed or in the number, is that of somebody under fourteen. */
export function isChild(form: Pick<VisitorForm, "bornOn" | "idNumber">, now: number): boolean {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(form.idNumber.trim());
  const born = found ? `${found[1]}-${found[2]}-${found[3]}` : (form.bornOn ?? "");
  if (!/^\d{4}-\d{2}-\d{2}$/.test(born)) return false;
  const [today, year] = [dayOf(now), Number(born.slice(0, 4)) + GUARDED_UNDER];
  return today < `${year}${born.slice(4)}`;
}
