// Replacing the keys: somebody left with cause, or a computer was lost.
import type { Words } from "../shape";
import type zh from "../zh/keys";

export default {
  removeWithCause: "Remove with cause, replace keys",
  removeTitle: (name) => `Remove ${name} and replace the keys`,
  lost: "Computer or backup lost: replace keys",
  lostTitle: "Replace the keys",
  whatPerson: "They are deactivated at once; old backups, passwords and codes in their hands open nothing that is written from now on.",
  whatLost: "Old passwords and codes from the lost computer or backup open nothing that is written from now on.",
  whatAll: "Every other colleague gets a one-time code and chooses a new password within 24 hours; both recovery codes are replaced, printed and checked now.",
  whatTime: "Two backups are made and all data is encrypted again: seconds to minutes. Please do not close the program.",
  password: "Your own password",
  reason: "Reason",
  replace: "Replace keys",
  replacing: "Backing up and encrypting again…",
  leftReason: "Left with cause",
  lostReason: "Computer lost",
  leakedReason: "Password or code leaked",
  handTitle: "First hand out the one-time codes",
  handLead: "The keys are replaced. Everybody signs in once with their code and chooses a new password. This list is shown only now.",
  handUntil: (when) => `Valid until ${when}`,
  no: "Number",
  name: "Name",
  code: "One-time code",
  copy: "Copy the list",
  copied: "Copied. Empty the clipboard when done.",
  notCopied: "Could not copy; please write them down.",
  handNone: "There are no other colleagues; go on to the recovery codes.",
  handDone: "Written down, on to the recovery codes",
} satisfies Words<typeof zh>;
