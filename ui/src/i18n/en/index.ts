// One line per subject, as in zh.
import type { Words } from "../shape";
import type zh from "../zh";
import categories from "./categories";
import bookings from "./bookings";
import common from "./common";
import frame from "./frame";
import points from "./points";
import preferences from "./preferences";
import session from "./session";
import setup from "./setup";
import staff from "./staff";
import tickets from "./tickets";
import encounters from "./encounters";
import guidance from "./guidance";
import visitors from "./visitors";
import institution from "./institution";
import feedback from "./feedback";
import ledger from "./ledger";
import journal from "./journal";
import disclosures from "./disclosures";
import reveals from "./reveals";
import catalogue from "./catalogue";
import proposals from "./proposals";

export default { proposals, catalogue, disclosures, reveals, journal, ledger, feedback, categories, common, frame, points, preferences, session, setup, staff, tickets, encounters, guidance, visitors, institution, bookings } satisfies Words<typeof zh>;
