// One line per subject, wing by wing, low to high; the frame's own words first.
export { default as common } from "./common";
export { default as frame } from "./frame";
// A closed set is called as its type: sets.BookingState.booked.
export { zh as sets } from "@/ipc/words.generated";

export { default as staff } from "./house/staff";
export { default as backups } from "./house/backups";
export { default as institution } from "./house/institution";
export { default as keys } from "./house/keys";
export { default as integrity } from "./house/integrity";
export { default as session } from "./house/session";
export { default as setup } from "./house/setup";
export { default as preferences } from "./house/preferences";
export { default as about } from "./house/about";

export { default as visitors } from "./people/visitors";
export { default as notices } from "./people/notices";
export { default as openings } from "./people/openings";
export { default as reveals } from "./people/reveals";

export { default as categories } from "./reception/categories";
export { default as points } from "./reception/points";
export { default as encounters } from "./reception/encounters";
export { default as tickets } from "./reception/tickets";
export { default as guidance } from "./reception/guidance";

export { default as catalogue } from "./advice/catalogue";
export { default as proposals } from "./advice/proposals";

export { default as schedules } from "./booking/schedules";
export { default as bookings } from "./booking/bookings";
export { default as events } from "./booking/events";

export { default as feedback } from "./quality/feedback";

export { default as ledger } from "./record/ledger";
export { default as journal } from "./record/journal";
export { default as disclosures } from "./record/disclosures";
export { default as incidents } from "./record/incidents";
export { default as requests } from "./record/requests";
export { default as retention } from "./record/retention";
