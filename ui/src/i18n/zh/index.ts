// One line per subject.
import common from "./common";
import frame from "./frame";
import preferences from "./preferences";
import session from "./session";
import setup from "./setup";
import staff from "./staff";
import encounters from "./encounters";
import guidance from "./guidance";
import visitors from "./visitors";
import institution from "./institution";

export default { common, frame, preferences, session, setup, staff, encounters, guidance, visitors, institution };
