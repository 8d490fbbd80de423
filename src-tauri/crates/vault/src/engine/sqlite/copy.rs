//! Copying a database page by page while others write.

use super::{Db, Tx, Use};
use crate::error::{Error, Result};
use crate::keys::Secret;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// Pages of one step: what a person waits for between two looks at the progress.
const PAGES: std::ffi::c_int = 256;

impl Tx<'_> {
    /// Copies what this transaction sees into an empty file; `progress` is told how many
    /// pages are done, of how many. Every page is decrypted, its seal checked, and
    /// encrypted again on the way.
    ///
    /// # Errors
    /// Of the database.
    pub(crate) fn copy_to(
        &self,
        path: &Path,
        key: &Secret,
        progress: impl Fn(u64, u64),
    ) -> Result<()> {
        let mut target = Db::open(path, key, Use::Blank)?;
        {
            let backup = Backup::new(self.connection(), &mut target.connection)?;
            loop {
                let step = backup.step(PAGES)?;
                let now = backup.progress();
                let count = |n: std::ffi::c_int| u64::try_from(n).unwrap_or(0);
                let all = count(now.pagecount);
                progress(all.saturating_sub(count(now.remaining)), all);
                match step {
                    StepResult::Done => break,
                    StepResult::More => {}
                    _ => return Err(Error::Database("the copy is in use".to_owned())),
                }
            }
        }
        // A copy is one file: no log beside it that somebody might leave behind.
        Ok(target
            .connection
            .query_row("PRAGMA journal_mode = delete", [], |_| Ok(()))?)
    }
}
