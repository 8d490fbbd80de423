//! Backups as the keeper makes them: when they are due, before anything risky, and
//! at the end of the day; how far a long one is.

use super::{Keeper, Open};
use crate::problem::{Fault, Problem};
use desk::house::backups;
use desk::house::clock::Clocks;
use desk::{Act, Desk, Moment};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use vault::{Listed, Made, Stage, thin};

/// How often a due backup is looked for, ms of the counter.
const LOOK_EVERY: i64 = 60_000;

/// What the keeper knows of backups between calls.
#[derive(Default)]
pub(crate) struct Backing {
    /// Held while one is made: the desk locks after it.
    running: Mutex<()>,
    told: Mutex<Told>,
}

#[derive(Default)]
struct Told {
    progress: Option<(Stage, u64, u64)>,
    failure: Option<String>,
    /// A file chosen in a dialog; the page knows its name only.
    chosen: Option<PathBuf>,
    looked: Option<i64>,
    /// When the second place was last looked for, and whether it was there.
    elsewhere: Option<(i64, bool)>,
}

impl Backing {
    fn told(&self) -> MutexGuard<'_, Told> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How far the running backup or restore is.
    pub(crate) fn progress(&self) -> Option<(Stage, u64, u64)> {
        self.told().progress
    }

    /// Why the last backup was not made; `None` when it was.
    pub(crate) fn failure(&self) -> Option<String> {
        self.told().failure.clone()
    }

    pub(crate) fn chosen(&self) -> Option<PathBuf> {
        self.told().chosen.clone()
    }

    pub(crate) fn choose(&self, path: PathBuf) {
        self.told().chosen = Some(path);
    }

    /// Somebody signed in: what lies in the second place is compared again.
    pub(super) fn look_elsewhere_again(&self) {
        self.told().elsewhere = None;
    }

    /// Waits for a running backup; what is done meanwhile has it to itself.
    pub(crate) fn alone<T>(&self, run: impl FnOnce(vault::Progress<'_>) -> T) -> T {
        let _alone = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        let done = run(&|stage, done, of| self.told().progress = Some((stage, done, of)));
        self.told().progress = None;
        done
    }
}

impl Keeper {
    /// Makes, verifies and notes a backup, thins the older ones, and copies it to the
    /// second place if that is there. `cause` is a code for the journal.
    pub(crate) fn back_up(&self, open: &Open, at: Moment, cause: &str) -> Result<Made, Fault> {
        let made = self.backing.alone(|progress| {
            open.desk.vault().checkpoint()?;
            let seq = open.desk.vault().read(|tx| tx.journal_head())?.seq;
            let stem = format!("shouwen-{}-{seq}", at.file_stamp());
            open.desk.vault().back_up(&stem, at.0, progress)
        });
        let made = match made {
            // Made in the same second, after the same entry: it is that one.
            Err(vault::Error::Exists) => self
                .last_backup(open)?
                .map(|l| Made {
                    path: l.path,
                    manifest: l.manifest,
                })
                .ok_or(vault::Error::Exists),
            made => made,
        };
        let made = made.inspect_err(|error| {
            let problem = Problem::from(Fault::from(desk::Error::Store(clone_of(error))));
            self.backing.told().failure = Some(problem.code);
        })?;
        self.backing.told().failure = None;
        let act = open.act(at);
        let bytes = std::fs::metadata(&made.path).map_or(0, |m| m.len());
        open.desk.write(&act, |w| {
            backups::made(w, made.manifest.journal_seq, bytes, cause)
        })?;
        thin_folder(&self.backups_folder(), open.desk.vault())?;
        self.copy_out(open, &made, at)?;
        Ok(made)
    }

    /// Copies to the second place. That a stick is not there is no failure: the desk
    /// reminds when it stays away.
    fn copy_out(&self, open: &Open, made: &Made, at: Moment) -> Result<(), Fault> {
        let act = open.act(at);
        let Some(place) = open.desk.read(&act, backups::place)? else {
            return Ok(());
        };
        if self.compare_elsewhere(open, at)? {
            // Nothing is written over what knows more.
            self.tell_window();
            return Ok(());
        }
        let folder = Path::new(&place.path);
        let copied = self
            .backing
            .alone(|progress| vault::copy_to(&made.path, folder, progress));
        if copied.is_ok() {
            open.desk
                .write(&act, |w| backups::copied(w, made.manifest.journal_seq))?;
            thin_folder(folder, open.desk.vault())?;
        }
        Ok(())
    }

    /// Called by the tick: compares the journal with what lies in the second place, after
    /// somebody has signed in and when the place comes back.
    pub(super) fn look_elsewhere(&self, open: &Open, now: Clocks) {
        let last = self.backing.told().elsewhere;
        if last.is_some_and(|(at, _)| (0..LOOK_EVERY).contains(&(now.ticks - at))) {
            return;
        }
        let act = open.act(now.wall);
        let place = open.desk.read(&act, backups::place).ok().flatten();
        let there = place.is_some_and(|place| Path::new(&place.path).is_dir());
        self.backing.told().elsewhere = Some((now.ticks, there));
        let came = there && !last.is_some_and(|(_, there)| there);
        // What can't be read now is looked at when it comes back.
        if came && self.compare_elsewhere(open, now.wall).unwrap_or(false) {
            self.tell_window();
        }
    }

    /// Whether the second place knows of operations that are not there.
    fn compare_elsewhere(&self, open: &Open, at: Moment) -> Result<bool, Fault> {
        let listed = self.elsewhere(&open.desk, &open.act(at))?;
        Ok(open.desk.vault().compare_with(&listed)?.is_some())
    }

    /// What lies in the second place.
    pub(super) fn elsewhere(&self, desk: &Desk, act: &Act) -> Result<Vec<Listed>, Fault> {
        let place = desk.read(act, backups::place)?;
        Ok(place.map_or_else(Vec::new, |place| vault::list(Path::new(&place.path))))
    }

    /// Called by the tick: looks once a minute whether a backup is due.
    pub(super) fn back_up_if_due(&self, open: &Open, at: Moment, ticks: i64) {
        {
            let mut told = self.backing.told();
            if told
                .looked
                .is_some_and(|last| (0..LOOK_EVERY).contains(&(ticks - last)))
            {
                return;
            }
            told.looked = Some(ticks);
        }
        if self.backup_is_due(open, at).unwrap_or(true) {
            // What went wrong is kept for the foot bar; the next minute tries again.
            drop(self.back_up(open, at, "due"));
        }
    }

    fn backup_is_due(&self, open: &Open, at: Moment) -> Result<bool, Fault> {
        let last = self.last_backup(open)?;
        if !backups::is_due(last.as_ref().map(|l| Moment(l.manifest.at)), at) {
            return Ok(false);
        }
        self.changed_since_backup(open, at, last.as_ref())
    }

    fn changed_since_backup(
        &self,
        open: &Open,
        at: Moment,
        last: Option<&Listed>,
    ) -> Result<bool, Fault> {
        let Some(last) = last else { return Ok(true) };
        let seq = last.manifest.journal_seq;
        Ok(open
            .desk
            .read(&open.act(at), |r| backups::changed_since(r, seq))?)
    }

    /// The program is closed for the day: what is not in a backup yet goes into one,
    /// and the desk is closed.
    pub(crate) fn end_of_day(&self) {
        let at = Moment(self.machine.now());
        let open = self.state().open();
        if let Some(open) = open.filter(|o| o.desk.vault().alarm().is_none()) {
            let last = self.last_backup(&open);
            let changed = last.and_then(|last| self.changed_since_backup(&open, at, last.as_ref()));
            if changed.unwrap_or(true) {
                // The half-hourly ones are there; closing must not hang on this one.
                drop(self.back_up(&open, at, "end_of_day"));
            }
        }
        self.close();
    }

    /// Locks, and waits until no call that runs beside has the store open.
    pub(crate) fn lock_and_wait(&self, at: Moment) -> Result<(), Fault> {
        let open = self.state().open().map(|o| Arc::downgrade(&o.desk));
        self.lock(at)?;
        let Some(desk) = open else { return Ok(()) };
        for _ in 0..1_000 {
            if desk.strong_count() == 0 {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Err(Fault::gate("desk_busy"))
    }

    /// Where the folder's own backups lie.
    pub(crate) fn backups_folder(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// The newest backup of what is open, by the journal's number.
    pub(crate) fn last_backup(&self, open: &Open) -> Result<Option<Listed>, Fault> {
        Ok(open.desk.vault().newest(self.own_backups())?)
    }

    /// The folder's own backups, the newest first.
    pub(crate) fn own_backups(&self) -> Vec<Listed> {
        vault::list(&self.backups_folder())
    }
}

/// Removes what thinning lets go; other vaults' backups in the same place stay.
fn thin_folder(folder: &Path, vault: &vault::Vault) -> Result<(), Fault> {
    let own = vault.unsealed();
    let all: Vec<Listed> = vault::list(folder)
        .into_iter()
        .filter(|l| l.manifest.vault_id == own.key_file().vault_id)
        .collect();
    for index in thin(&vault.kept(&all)?) {
        if let Some(listed) = all.get(index) {
            // One that cannot be removed now is removed the next time.
            drop(std::fs::remove_file(&listed.path));
        }
    }
    Ok(())
}

/// A copy of an error, as far as its code needs it: the error itself cannot be cloned.
fn clone_of(error: &vault::Error) -> vault::Error {
    match error {
        vault::Error::Full => vault::Error::Full,
        vault::Error::ReadOnly(place) => vault::Error::ReadOnly(place.clone()),
        vault::Error::Damaged(what) => vault::Error::Damaged(what),
        vault::Error::Backup(what) => vault::Error::Backup(what),
        vault::Error::File(file) if file.kind() == std::io::ErrorKind::StorageFull => {
            vault::Error::Full
        }
        other => vault::Error::Database(other.to_string()),
    }
}
