// Every refusal, said in English.
import type { Problems } from "../problems";

export default {
  empty: () => "Please fill this in.",
  too_long: (f) => `Too long: at most ${f.max} characters, now ${f.got}.`,
  too_short: (f) => `Too short: at least ${f.min} characters, now ${f.got}.`,
  bad_shape: () => "Not in the expected form; please follow the example.",
  weak_password: () => "Too easy to guess: make it longer or use unrelated words.",
  wrong_password: () => "Staff number or password is wrong; please try again.",
  wait: (f) => `Too many wrong tries; please wait ${f.seconds} s.`,
  taken: () => "Already in use; please choose another.",
  not_found: () => "Not found; somebody may have changed it. Refresh and look again.",
  not_allowed: () => "Your role does not include this; ask your supervisor.",
  locked: () => "The desk is locked; unlock it first. What you typed is kept.",
  reason_needed: () => "Please give a reason; the journal keeps it.",
  last_administrator: () => "This is the last administrator; appoint another first.",
  must_change: () => "First sign-in: please choose your own password.",
  wrong_group: () => "Does not match the printed card; please compare and type again.",
  no_printer: () => "No printer found; check the connection and print again.",
  store: () => "The data was not written. Keep the window open and ask an administrator to check the disk.",
  internal: () => "The program failed; the last step was not done.",
} satisfies Problems;
