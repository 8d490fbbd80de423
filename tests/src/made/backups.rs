//! Backups and their second place.

use super::Do::{Row, Tap};
use super::{Proof, Screen};

pub(super) const PROOF: Proof = Proof {
    screens: &[
        Screen("backups", "/backups", &[Row(0)]),
        Screen(
            "backups-restore",
            "/backups",
            &[Row(0), Tap("[data-test=backup-restore]")],
        ),
    ],
    ..Proof::NOTHING
};
