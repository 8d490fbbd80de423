// Replacing the keys: somebody left with cause, or a computer was lost.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/house/keys";

export default {
  removeWithCause: "Remove with cause, replace keys",
  removeTitle: (name) => `Remove ${name} and replace the keys`,
  lost: "Computer or backup lost: replace keys",
  lostTitle: "Replace the keys",
  whatPerson:
    "They are deactivated at once; old backups, passwords and codes in their hands open nothing that is written from now on.",
  whatLost:
    "Old passwords and codes from the lost computer or backup open nothing that is written from now on.",
  whatAll:
    "Every other colleague gets a one-time code and chooses a new password within 24 hours; both recovery codes are replaced, printed and checked now.",
  whatTime:
    "Two backups are made and all data is encrypted again: seconds to minutes. Please do not close the program.",
  password: "Your own password",
  reason: "Reason",
  replace: "Replace keys",
  replacing: "Backing up and encrypting again…",
  leftReason: "Left with cause",
  lostReason: "Computer lost",
  leakedReason: "Password or code leaked",
  handTitle: "First hand out the one-time codes",
  handLead:
    "The keys are replaced. Everybody signs in once with their code and chooses a new password. This list is shown only now.",
  handUntil: (when) => `Valid until ${when}`,
  no: "Number",
  name: "Name",
  code: "One-time code",
  copy: "Copy the list",
  print: "Print one slip each",
  printed: (n) => `${n} slip${n === 1 ? "" : "s"} sent to the printer; fetch them now.`,
  printedSome: (n, all) =>
    `Only ${n} of ${all} slips were sent; press again to go on with number ${n + 1}.`,
  copied: "Copied. Empty the clipboard when done.",
  notCopied: "Could not copy; please write them down.",
  handNone: "There are no other colleagues; go on to the recovery codes.",
  handDone: "Done, on to the recovery codes",
  problems: {
    recovery_wrong: () =>
      "This code does not open the data here. Take the sheet that was printed last.",
    recovery_length: () =>
      "A recovery code has 7 groups of 5 characters; complete it from the paper.",
    recovery_typo: (f) => `Group ${f.group} has a typing error; compare it with the paper.`,
    recover_no_administrator: () =>
      "This number is no active administrator. A recovery code sets an administrator's password only.",
    wrong_group: () => "Does not match the recovery code; compare with the paper and type again.",
    codes_not_confirmed: () =>
      "The recovery codes are not confirmed. The administrator signs in again, prints and checks them.",
    keys_unfinished: () =>
      "The keys were being replaced when the program was cut off. An administrator has to sign in once to finish it.",
    keys_unsure: () =>
      "The store failed, and nobody can tell whether this change was written; the desk is locked. Sign in with the new password or code, or else with the one before.",
    keys_gone: () =>
      "The key file is gone and the records are there, so nothing new is set up here. Put keys.json back, or restore a backup.",
    restore_unfinished: () =>
      "The restore is half done: another program holds one of the files. Close virus scanners or sync programs and sign in again; it goes on by itself.",
    keys_older: () =>
      "The key file is an older one that somebody put back. Only a printed recovery code opens it; then set a new password.",
    keys_changed: () =>
      "Another program changed the key file; nothing was changed. Close other copies of Shouwen and try again.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
