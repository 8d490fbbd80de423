//! An alarm of the vault holds the desk back: committed operations are missing, or
//! nothing outside can tell. Whoever answers for the desk restores or goes on.

use super::{Context, Open};
use crate::problem::Fault;
use desk::staff;
use vault::Entry;

/// Commands that work while an alarm stands.
pub(super) fn works_during_alarm(name: &str) -> bool {
    name.starts_with("session.")
        || matches!(
            name,
            "integrity.go_on"
                | "journal.list"
                | "backups.list"
                | "backups.progress"
                | "backups.choose"
                | "backups.restore"
        )
}

/// Refuses everything else while an alarm stands.
pub(super) fn refuse_during_alarm(open: &Open, name: &str) -> Result<(), Fault> {
    if open.desk.vault().alarm().is_some() && !works_during_alarm(name) {
        Err(Fault::gate("alarm_stands"))
    } else {
        Ok(())
    }
}

impl Context<'_> {
    /// Takes the store as it is; the journal says who decided so, why, and what was missing.
    pub(crate) fn go_on(&self, detail: &str, reason: &str) -> Result<(), Fault> {
        let (desk, act) = self.desk()?;
        desk.vault().settle_alarm(&Entry {
            at: act.at.0,
            actor: act.by.staff.0,
            role: act.by.role.code(),
            action: "integrity.go_on",
            object: "vault",
            object_id: 0,
            detail,
            reason,
        })?;
        // What the sign-in could not write while the alarm stood.
        let own = self.staff()?.id;
        desk.write(&act, |w| staff::seen(w, own))?;
        Ok(())
    }
}
