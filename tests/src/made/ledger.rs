//! The ledger.

use super::Do::{Press, Tap};
use super::{Before, Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    before: &[
        Before(
            "ledger.read",
            r#"{"from":"2026-11-27","to":"2026-11-28","page":0}"#,
            Ok("20261127-0001"),
        ),
        Before("ledger.today", "{}", Ok("promisesLate")),
    ],
    screens: &[
        Screen("ledger", "/ledger", &[]),
        Screen("ledger-totals", "/ledger", &[Tap(".ledger-totals button")]),
        Screen("ledger-export", "/ledger", &[Press("e")]),
        Screen(
            "ledger-export-full",
            "/ledger",
            &[Press("e"), Tap("input[value=full]")],
        ),
    ],
    ..Proof::NOTHING
};
