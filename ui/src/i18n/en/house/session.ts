// Signing in, locking and unlocking.
import type { Problems } from "../../problems";
import type { Words } from "../../shape";
import type zh from "../../zh/house/session";

export default {
  signIn: "Sign in",
  welcome: "Sign in to start work",
  no: "Staff number",
  noHint: "The digits on your badge",
  password: "Password",
  lockedFor: (no, name) => `Locked by ${no} ${name}`,
  kept: "What you typed is kept and waits for you.",
  unlock: "Unlock",
  someoneElse: "Someone else",
  forgot: "Forgot the password",
  forgotAny: "Ask any administrator:",
  forgotAnyDo:
    "under Staff they give you a one-time code; sign in with it and choose a password of your own.",
  forgotAdmin: "When no administrator can sign in:",
  forgotAdminDo:
    "an administrator takes either recovery code and sets a new password here. Both codes are then replaced.",
  code: "Recovery code",
  codeHint: "7 groups of 5 characters; case, dashes and spaces do not matter",
  adminNo: "Administrator's staff number",
  recoverDo: "Open and set the password",
  recovering: "Checking the code…",
  unlocking: "Checking the password…",
  unreachable: "The program does not answer",
  unreachableDo:
    "Everything saved is there. Try again; if it still fails, close and open the window.",
  confirming: "The recovery codes are not confirmed",
  confirmingDo:
    "Setting up was interrupted before that. The administrator signs in, prints and confirms new ones.",
  signOut: "Sign out",
  encrypted: "Data is encrypted and can be read after sign-in only",
  mustChange: "Choose your own password",
  mustChangeDo: "You signed in with a one-time code. From now on only you know the password.",
  problems: {
    locked: () => "The desk is locked; unlock it first. What you typed is kept.",
    sign_in_failed: () => "Staff number or password is wrong; please try again.",
    sign_in_paused: (f) => `Too many wrong tries; please wait ${f.minutes} min.`,
    must_change_password: () => "Choose your own password first.",
    code_expired: () =>
      "The one-time code is older than 24 hours. Ask an administrator for another.",
  } satisfies Partial<Problems>,
} satisfies Words<typeof zh>;
