//! An alarm of the vault holds the desk back: committed operations are missing, or
//! nothing outside can tell. Whoever answers for the desk restores or goes on.

use super::Context;
use crate::problem::Fault;
use desk::house::{acts, staff};
use vault::Entry;

impl Context<'_> {
    /// Takes the store as it is; the journal says who decided so, why, and what was missing.
    pub(crate) fn go_on(&self, detail: &str, reason: &str) -> Result<(), Fault> {
        let (desk, act) = self.desk()?;
        let elsewhere = self.keeper.elsewhere(desk, &act)?;
        let entry = Entry {
            at: act.at.0,
            actor: act.by.staff.0,
            role: act.by.role.code(),
            action: acts::GO_ON.code(),
            object: acts::VAULT.code(),
            object_id: 0,
            detail,
            reason,
        };
        desk.vault().settle_alarm(&entry, &elsewhere)?;
        // What could not be written while the alarm stood: who came in, and how.
        let own = self.staff()?.id;
        let recovered = self.keeper.state().recovered.take();
        if let Some(id) = recovered {
            let staff = desk.write(&act, |w| staff::recovered(w, id))?;
            self.keeper.state().renew(&staff);
        }
        desk.write(&act, |w| staff::seen(w, own))?;
        Ok(())
    }
}
