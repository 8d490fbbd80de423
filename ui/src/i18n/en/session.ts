// Signing in, locking and unlocking.
import type { Words } from "../shape";
import type zh from "../zh/session";

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
  unlocking: "Checking the password…",
  unreachable: "The program does not answer",
  unreachableDo: "Everything saved is there. Try again; if it still fails, close and open the window.",
  confirming: "The recovery codes are not confirmed",
  confirmingDo: "Setting up was interrupted before that. The administrator signs in, prints and confirms new ones.",
  signOut: "Sign out",
  encrypted: "Data is encrypted and can be read after sign-in only",
  mustChange: "Choose your own password",
  mustChangeDo: "You signed in with a first password that somebody else knows.",
  roles: { receptionist: "Receptionist", specialist: "Specialist", supervisor: "Supervisor", administrator: "Administrator" },
} satisfies Words<typeof zh>;
