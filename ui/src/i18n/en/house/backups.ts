// Backups: making, checking, the second place, restoring, and what the bar says of them.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/house/backups";

export default {
  title: "Backups",
  hint: "Back up now, check, keep a second place, restore",
  lead: "Made every half hour of change and when the program is closed. Backups are encrypted too.",
  make: "Back up now",
  made: (size) => `Backed up and checked, ${size}.`,
  empty: "There are no backups yet.",
  emptyDo: "Press B to make one now.",
  at: "Made",
  institution: "Institution",
  journal: "Last entry",
  visitors: "Visitors",
  bookings: "Bookings",
  size: "Size",
  place: "Where",
  places: { own: "This computer", second: "Second place", chosen: "Chosen file" },
  training: "Training",
  chosen: "Selected backup",
  choose: "Select a backup to check or restore it.",
  file: "File",
  verify: "Check",
  verified: "Checked: it decrypts, opens, and its journal is whole.",
  otherKeys:
    "This backup has other keys and cannot be checked here; an administrator's password of that time or a recovery code opens it for a restore.",
  restore: "Restore…",
  fromFile: "Choose a backup file…",
  second: "Second place",
  secondLead: "When the computer is lost or broken, only a backup elsewhere helps.",
  secondNone: "No second place yet.",
  secondNoneDo:
    "Choose a USB stick or a shared folder of another computer; every backup is then copied there.",
  chooseSecond: "Choose a folder…",
  changeSecond: "Change…",
  forgetSecond: "Stop using it",
  forgetAsk: "Stop copying backups to the second place?",
  forgetText: "Backups that are there stay; from now on they are kept on this computer only.",
  forgotten: "Backups are no longer copied to a second place.",
  secondSet: "Chosen. The next backup is copied there.",
  reachable: "Reachable now",
  unreachable: "Not reachable now",
  unreachableDo: "Plug the stick in or check the network, then press “Back up now”.",
  copied: (when) => `Last copy: ${when}`,
  neverCopied: "Nothing copied yet",
  stages: { copy: "Copying", check: "Checking", pack: "Packing", swap: "Putting in place" },
  stage: (words, percent) => `${words} ${percent}%`,
  starting: "Getting ready…",
  copiedBar: (when) => `Backup ${when}`,
  noneBar: "No backup yet",
  overdueBar: "Second copy overdue",
  failedBar: "Last backup failed",
  overdueTitle: "Time to copy a backup to the second place",
  overdueText:
    "The backups on this computer are there, but the second place has had no new one for more than three days, or none was chosen. Were this computer lost, you could only go back to that day.",
  overdueDo:
    "Plug the stick in or connect the shared folder, then press “Back up now” on the Backups page.",
  failedTitle: "The last backup failed",
  failedText: "What was saved is not affected; the program tries again every minute.",
  askAdmin: "Please tell an administrator.",
  toPage: "Open Backups",
  restoreTitle: (when) => `Restore the backup of ${when}`,
  restoreWhat: "This is what happens:",
  restoreLocks: "The desk locks at once; nobody can sign in until the restore is over.",
  restoreLost: (count) =>
    `${count} operation${count === 1 ? "" : "s"} done after this backup will no longer be in use.`,
  restoreLostNone: "Nothing was done after this backup.",
  restoreOther: "This is a backup of another desk; it replaces what is here as a whole.",
  restoreAside:
    "Today's data is not deleted: it moves to a folder of its own inside the data folder and can be found again.",
  restoreSignIn:
    "Everybody signs in again with today's password; colleagues added after the backup have to be added again.",
  restoreSignInThen: "Everybody signs in again with the password of that time.",
  restoreReason: "Why",
  restoreDo: "Restore this backup",
  restoring: "Restoring; please do not close the program…",
  damagedReason: "Data damaged",
  wrongReason: "Done by mistake",
  lostReason: "New computer",
  outside: "Restore a backup",
  outsideLead: "Choose a backup, show that you may open it, say why.",
  outsideEmpty: "Go on working on this computer with a backup.",
  outsideDamaged: "The data cannot be opened, but a backup can be restored",
  outsideDamagedText:
    "The key file or the database is damaged. The damaged files are not deleted; they move to a folder of their own.",
  outsideNone: "There are no backups on this computer.",
  outsideNoneDo: "Plug in the stick that holds one and choose the file.",
  pick: "Which one",
  unlockBy: "Opened by",
  ways: { code: "Recovery code", password: "Administrator's password" },
  thenNo: "Administrator's number",
  thenPassword: "Password",
  thenHint: "The password of that time",
  thenCode: "Recovery code",
  needsSecret:
    "This backup has other keys: open it with an administrator's password of that time or a recovery code.",
  pickFirst: "Choose a backup first.",
  restored: (when, visitors, bookings) =>
    `Restored the backup of ${when}: ${visitors} visitors, ${bookings} bookings. Please sign in.`,
  aside: (name) =>
    `The data of before is not deleted; it lies in “${name}” inside the data folder.`,
  thenTitle: "What opens the backup",
  takesPlace:
    "I have no code; let this backup take the desk’s place (everybody is told at sign-in)",
  sinceTitle: "What is here came from a backup",
  sinceBy: (when, no) =>
    no
      ? `${when}: number ${no} restored a backup.`
      : `${when}: a backup was restored from outside.`,
  sinceReason: (reason) => `Reason: ${reason}`,
  sinceOver: {
    nothing: "It was restored to an empty computer.",
    own: "What was done after the backup is not in it: compare today’s visitors and bookings.",
    other: "It is the backup of another desk and replaced what was here as a whole.",
    lost: "The keys were lost; the backup was opened with a recovery code.",
    unproven:
      "The keys were lost and no recovery code was used: find out who restored it, and whether they should have.",
  },
  sinceJournal: (seq) => `Entry ${seq} of the journal.`,
  sinceRead: "Understood",
  notRestored: "Nothing was restored; the data of before is still in use.",
  fromBackup: "Have a backup? Restore it",
  problems: {
    backup_refused: () =>
      "This file is not a whole backup of this program, or it was changed. Nothing was restored; choose another one.",
    backup_unknown: () => "This backup is no longer where it was; choose one again.",
    backup_place_is_own: () =>
      "The second place cannot be inside the data folder; choose a stick or a share.",
    restore_secret_needed: () => "Type an administrator’s number and password, or a recovery code.",
    restore_backup_secret_needed: () =>
      "Your password opens the desk, but not this backup. Also type an administrator’s password or a recovery code of its time.",
    restore_takes_place: () =>
      "The keys of this desk are lost, so nobody can tell whether you still are an administrator. Use its latest recovery code, or tick the line about taking its place.",
    restore_no_administrator: () =>
      "That number is no administrator; use another one or a recovery code.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
