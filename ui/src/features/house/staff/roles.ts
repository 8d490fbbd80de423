// The roles in the order they are offered.
import type { Role } from "@/ipc";

export const roles: readonly Role[] = ["receptionist", "specialist", "supervisor", "administrator"];
