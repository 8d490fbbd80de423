// Refusals that belong to no subject, as in zh.
import { en as sets } from "@/ipc/words.generated";
import type { Words } from "../shape";
import type zh from "../zh/problems";

export default {
  empty: () => "Please fill this in.",
  too_long: (f) => `Too long: at most ${f.max} characters, now ${f.got}.`,
  control_character: (f) =>
    `Character ${f.position} is an invisible control character; delete it and type again.`,
  out_of_range: (f) => `Please enter a number from ${f.min} to ${f.max}.`,
  no_such_time: () => "No such day or time; write it like 2026-01-31 or 08:30.",
  past_midnight: () =>
    "A day ends at 23:59; write 23:59 here, and what comes after midnight for the next day.",
  unknown_code: (f) => `'${f.got}' is not one of the choices; pick from the list.`,
  not_found: () => "Not found; somebody may have changed it. Refresh and look again.",
  wrong_state: () =>
    "A colleague has just changed this, so it can't be done now. Look at the latest state.",
  reason_needed: () => "Please give a reason; the journal keeps it.",
  operation_reused: () =>
    "This step's number was used before, so nothing was done this time. See whether it is done already; if not, click again.",
  phone_shape: () => "Too few digits to be called; please ask again.",
  period_reversed: () => "The last day lies before the first; swap them.",
  period_length: (f) => `A period has at most ${f.max} days; take several.`,
  code_taken: () => "This code is taken. Choose another.",
  code_shape: () => "A code is 2 to 40 small letters, digits and hyphens.",
  too_many: (f) => `Choose at most ${f.max}; leave out what matters less.`,
  no_right: (f) =>
    `Your role does not allow you to ${(sets.Right as Record<string, string>)[f.right] ?? "do this"}; ask a supervisor or administrator.`,
  unknown_command: () => "Window and program are of different versions; please reinstall.",
  input_shape: () => "Not in the expected form; please check and fill in again.",
  operation_id_missing: () =>
    "The window forgot a number, so this step was not done. Please click again.",
  time_not_yours: () => "Only a training folder can be told the time.",
  folder_on_network: (f) =>
    `The data folder is on a network drive (${f.found}), where a lost connection damages it. Use a disk of this computer.`,
  folder_synced: (f) =>
    `The data folder is in a folder that ${f.found} copies elsewhere and would mix up. Use a folder that is not synced.`,
  folder_too_deep: (f) =>
    `The path of the data folder is too long (${f.found} bytes, at most 400). Use a folder less deep.`,
  folder_read_only: (f) =>
    `The data folder can't be written (${f.found}): it belongs to another user, or its disk is read-only. Give the user who runs Shouwen the right to write there, or use another folder.`,
  folder_in_use: () => "Another window is using this data; close that one first.",
  no_printer: () => "No printer found; check cable and power and print again.",
  printer_refused: () => "The printer did not take it; check the paper and print again.",
  printing_not_supported: () => "This machine can't print directly; save a PDF instead.",
  space_short: () =>
    "The disk is full: you can look things up, but nothing was saved. Delete files this computer does not need, then press again.",
  file_disk_full: () => "The disk is full and the file was not written. Make room and try again.",
  file_denied: () => "No permission to write to that folder; ask an administrator.",
  file_failed: () => "The file was not written; please try again.",
  paper_failed: () =>
    "The page could not be laid out; try again or tell an administrator the code.",
  store_full: () => "The disk is full and this step was not saved. Make room and try again.",
  store_damaged: () =>
    "The data file is damaged. Stop entering data and ask an administrator to restore the backup now.",
  store_newer: () => "This data was written by a newer version; install that version.",
  desk_busy: () => "Something is still running; try again in a moment. Nothing was restored.",
  store_failed: () => "The data was not written; this step was not done.",
} satisfies Words<typeof zh>;
