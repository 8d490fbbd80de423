// Starts the window on the made-up desk: `npm run dev`, then
// /dev/?phase=open|empty|locked|confirming&training&slow=300
import { replaceTransport } from "../src/ipc/transport";
import { fake } from "./fake";

replaceTransport(fake);
void import("../src/main");
