//! Whether the database and what was noted outside of it fit together, and who goes on.

use super::{Vault, lock};
use crate::backup::Listed;
use crate::branches::{self, worse};
use crate::error::{Error, Result};
use crate::head::Alarm;
use crate::journal::Entry;
use crate::watch::{compare_all, heads, note_head};

impl Vault {
    /// Whether the database and what was noted outside of it fit together.
    pub fn alarm(&self) -> Option<Alarm> {
        lock(&self.watch).alarm
    }

    /// Compares the journal with backups that lie elsewhere: in the second place. What does
    /// not fit is an alarm from here on.
    ///
    /// # Errors
    /// Of the database.
    pub fn compare_with(&self, listed: &[Listed]) -> Result<Option<Alarm>> {
        let (file, keys) = (self.lock_file().clone(), self.keyring());
        let found = self.read::<_, Error>(|r| {
            compare_all(r.tx, &branches::read(r.tx)?, &file, &keys, listed)
        })?;
        let mut watch = lock(&self.watch);
        watch.alarm = worse(watch.alarm, found);
        Ok(found)
    }

    /// Takes the database as it is from now on; the entry says who decided so and why, and
    /// what the folder and `elsewhere` know of other histories is left with it: it is no
    /// alarm again.
    ///
    /// # Errors
    /// Of the database; then the alarm stands.
    pub fn settle_alarm(&self, entry: &Entry<'_>, elsewhere: &[Listed]) -> Result<()> {
        let (file, keys) = (self.lock_file().clone(), self.keyring());
        let (mut names, heads) = heads(self.folder.path(), &file, &keys, elsewhere);
        let before = self.read::<_, Error>(|r| {
            let before = branches::read(r.tx)?;
            names.extend(branches::strange(r.tx, &before, heads)?);
            Ok(before)
        })?;
        let detail = before.detail(entry.detail, names);
        let entry = Entry {
            detail: &detail,
            ..*entry
        };
        let alarm = lock(&self.watch).alarm.take();
        if let Err(error) = self.write(|tx| tx.note(&entry)) {
            lock(&self.watch).alarm = alarm;
            return Err(error);
        }
        let (head, now) =
            self.read::<_, Error>(|r| Ok((r.journal_head()?, branches::read(r.tx)?)))?;
        let mut watch = lock(&self.watch);
        watch.branches = now;
        watch.late = Some((head, entry.at));
        note_head(&self.folder, &file, &keys, &mut watch);
        Ok(())
    }

    /// Notes what opening made good, unless an alarm stands: then everything waits.
    pub(crate) fn note_by_nobody(&self, action: &str, detail: &str, at: i64) -> Result<()> {
        if self.alarm().is_some() {
            return Ok(());
        }
        self.write(|tx| {
            tx.note(&Entry {
                at,
                actor: 0,
                role: "administrator",
                action,
                object: "staff",
                object_id: 0,
                detail,
                reason: "",
            })
        })
    }
}
