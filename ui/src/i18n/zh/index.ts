// One line per subject.
import categories from "./categories";
import bookings from "./bookings";
import backups from "./backups";
import common from "./common";
import integrity from "./integrity";
import keys from "./keys";
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
import requests from "./requests";
import retention from "./retention";
import proposals from "./proposals";

export default { backups, integrity, keys, requests, retention, proposals, catalogue, disclosures, reveals, journal, ledger, feedback, categories, common, frame, points, preferences, session, setup, staff, tickets, encounters, guidance, visitors, institution, bookings };
