//! `moments`: the journeys in the window at moments on which programs go wrong. Each is handed
//! in; the zone and the language of the machine change with it and must not matter.

use crate::provision::{Proving, provision};
use crate::steps::{Outcome, Steps};
use crate::{test, ui};

const UTC: (&str, &str) = ("UTC", "C");
const CHINA: (&str, &str) = ("Asia/Shanghai", "zh_CN.UTF-8");

/// What it is, the moment in China's time, the machine's zone and language.
const MOMENTS: &[(&str, &str, (&str, &str))] = &[
    ("a working morning", "2026-11-23 09:07", CHINA),
    ("the same, a machine on UTC", "2026-11-23 09:07", UTC),
    ("lunch", "2026-11-23 12:10", UTC),
    ("closed", "2026-11-23 21:30", CHINA),
    ("over midnight", "2026-11-23 23:58", UTC),
    (
        "over midnight, in the middle of a visit",
        "2026-11-23 23:59",
        CHINA,
    ),
    ("1 January", "2027-01-01 00:03", UTC),
    ("29 February", "2028-02-29 09:07", CHINA),
    ("1 October", "2026-10-01 09:07", UTC),
    ("a Sunday that works", "2026-09-20 09:07", CHINA),
];

/// Takes every moment, also after one that fails, and names those that did. `names` go to
/// the test program: which journeys.
pub fn moments(steps: &mut Steps, names: &[String]) -> Outcome {
    provision(steps, Proving::Yes)?;
    ui::build(steps)?;
    test::build_window(steps)?;
    let mut failed = Vec::new();
    for (what, at, (zone, language)) in MOMENTS {
        let mut journeys = test::journeys();
        journeys
            .env("SHOUWEN_AT", at)
            .env("TZ", zone)
            .env("LANG", language)
            .env_remove("LC_ALL")
            .arg("--")
            .args(names);
        let name = format!("{what}: {at}, {zone}, {language}");
        if steps.command(&name, &mut journeys).is_err() {
            failed.push(name);
        }
    }
    if failed.is_empty() {
        steps.table();
        Ok(())
    } else {
        Err(format!("the window fails at\n{}", failed.join("\n")))
    }
}
