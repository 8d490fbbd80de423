import { en as sets } from "@/ipc/words.generated";
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/people/visitors";

export default {
  title: "Visitor",
  who: "Find first, then register",
  whoHint:
    "Name, pinyin, initials, last 4 to 8 digits or all of a phone or document number, voucher; or simply: 李静 13812345678",
  fewDigits: "Type at least the last four digits of a number.",
  whoMore: "There are more: type on to narrow.",
  found: "Visitors",
  restrictedNo: (id) => `Restricted · no. ${id}`,
  restrictedDo: "Stored only; to lift it, use personal data requests",
  rights: "Data request",
  newOne: (text) => `Register: ${text}`,
  newHint: "Nobody fits: register a new visitor",
  name: "Name",
  phone: "Phone",
  phone2: "Second phone",
  idKind: "Document",
  idNumber: "Document number",
  idHint: "Birth date and sex are read from a resident ID number",
  sex: "Sex",
  sexUnknown: "Not known",
  born: "Birth date",
  bornHint: "A day, a month, a year or an age, as they say it",
  bornLike: "1949, 1949-2, 1949-02-03, 65 years",
  bornAges: (born, ages) => `${born} (${ages})`,
  age: ({ least, most }) => (least === most ? `${least} years` : `${least} or ${most} years`),
  noPhone: "No phone: choose why",
  address: "Address",
  rest: "More: second phone, address, note",
  note: "Note",
  groups: "Special groups",
  escort: "escort offered",
  register: "Register",
  registered: (name) => `${name} is registered`,
  correct: "Correct record",
  corrected: "The record is corrected",
  same: "Likely the same person, please check first:",
  sameUse: "This is the one",
  consentTitle: "Privacy notice and consent",
  consentShow: "Read the notice",
  consent: "Told, and agrees to the registration of personal data",
  healthConsent: "Agrees separately to health information (allergies, conditions)",
  manner: "Given",
  guardianRelation: "Guardian is their",
  guardianRelationHint: "e.g. mother",
  guardianPhone: "Guardian's phone",
  consented: (version) => `Agreed ${version}`,
  noConsent: "No consent",
  healthConsented: "with health information",
  withdraw: "Withdraw consent",
  withdrawn: "The consent is withdrawn",
  withdrawAsk:
    "After that no new encounter is registered for this visitor. Finished records are kept as the rules require.",
  giveConsent: "Record consent",
  noticeTitle: (version) => `Privacy notice ${version}`,
  basis: "Basis of the record",
  basisReason: "Why this basis",
  basisSet: "Change the basis",
  consentOld: (version: string) => `Agreed to old ${version}`,
  consentOpen: "Consent, withdrawal",
  consentTaken: "The consent is recorded",
  askAgain: (version: string) =>
    `The notice is now ${version}: tell them and ask again. Nothing is held up.`,
  askAgainDo: "Ask for consent again",
  anonymous: "Anonymous",
  anonymousDo: "Without a name; only matters that allow it",
  notThem: "Not them",
  identify: "Register a name",
  startWalkIn: "Receive",
  startPhone: "Take the call",
  lastSeen: (when) => `last ${when}`,
  allergies: "Allergies",
  conditions: "Health notes",
  problems: {
    guardian_needed: (f) =>
      `Under ${f.under} a parent or guardian consents: choose “Guardian” and give relation and phone.`,
    id_check_digit: (f) =>
      `The last character should be ${f.expected} for these 17 digits. Compare with the card.`,
    id_first_generation: () =>
      "These are the 15 digits of a first-generation card, which is no longer valid; take the 18 on the new one.",
    id_kind_differs: () =>
      "The number is of another kind of document: 81 and 82 are Hong Kong and Macau, 83 Taiwan, 9 permanent residence of foreigners.",
    id_shape: (f) =>
      `An identity number has 18 characters, this one ${f.got}; only the last may be X.`,
    id_birth_date: () =>
      "The birth date in the number does not exist or lies in the future. Compare with the card.",
    id_differs: () => "Differs from birth date or sex in the identity number; please check.",
    id_taken: () => "There is a record with this number; open it instead of registering again.",
    not_of_sex: () => "Nobody of the registered sex has this. Check the sex, or take this away.",
    born_unread: () =>
      "This birth date can't be read. Write 1949, 1949-2, 1949-02-03 or 65 years; all four digits of a year.",
    phone_or_why: () => "Enter a phone; where there is none, choose why.",
    ask_again: (f) =>
      `${(sets.Doubt as Record<string, string>)[f.doubt] ?? "This is unusual"}. Please check; if it is so, leave it and send it again.`,
    consent_missing: () =>
      "Ask for consent to the processing of personal data before registering a name.",
    anonymous_not_allowed: () => "This matter can't be handled anonymously; register the visitor.",
    visitor_restricted: () =>
      "This record is restricted to storage. To use it, lift the restriction under personal data requests.",
    visitor_erased: () =>
      "This person's data were erased on request; nothing can be done with the record.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
