// The fields of a visitor as they are typed, and as the desk takes them.
import type { Basis, IdKind, Manner, NoPhone, Sex, VisitorDraft, VisitorView } from "@/ipc";

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
