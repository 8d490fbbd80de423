//! The door: every secret that is tried is counted before it is judged, and the
//! journal hears of it as soon as it can be written.

use super::Keeper;
use crate::problem::Fault;
use desk::house::staff::{self, Staff, failures, one_time};
use desk::{Act, Desk, Moment};
use serde_json::json;
use vault::{Account, At, Attempts, Folder, KeyFile, Kind};

impl Keeper {
    /// Judges a secret for an account: refused while it has to wait, and failed once
    /// more unless it opens.
    pub(super) fn judged<T>(
        &self,
        folder: &Folder,
        account: Account,
        judge: impl FnOnce() -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let at = self.at();
        let counted = self
            .attempts(folder, |a| a.begin(account, at))
            .map_err(|paused| {
                let minutes = paused.left.div_euclid(60_000) + 1;
                Fault::Gate("sign_in_paused", vec![("minutes", json!(minutes))], None)
            })?;
        let judged = judge();
        match &judged {
            Ok(_) => self.attempts(folder, |a| a.opened(&counted)),
            Err(fault) if is_wrong(fault) => {}
            Err(_) => self.attempts(folder, |a| a.take_back(&counted)),
        }
        judged
    }

    /// Judges a secret for a restore: of the account with that number, or a printed code.
    pub(crate) fn judged_restore<T>(
        &self,
        no: Option<&str>,
        judge: impl FnOnce() -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let folder = self.own_folder()?;
        let account = match no {
            // Where the key file is gone nobody is known.
            Some(no) => self.account(&folder, no).unwrap_or(Account::Unknown),
            None => Account::Recovery,
        };
        self.judged(&folder, account, judge)
    }

    /// The count of wrong secrets begins with the desk: from here on it is missed.
    pub(crate) fn count_from_here(&self, folder: &Folder) {
        let at = self.at();
        self.state().attempts = Some(Attempts::begun(folder.path(), at));
    }

    /// Whoever has to wait has waited a second longer.
    pub(super) fn pass_time(&self) {
        let at = self.at();
        if let Some(attempts) = &mut self.state().attempts {
            attempts.pass(at);
        }
    }

    /// The machine's own clocks: a replayed day must not end a pause.
    fn at(&self) -> At {
        At {
            wall: self.machine.now(),
            ticks: self.machine.ticks(),
        }
    }

    /// The account against which a typed number counts. A number that nobody has counts as
    /// `Unknown`: it may be a password, so it is kept nowhere.
    pub(super) fn account(&self, folder: &Folder, no: &str) -> Result<Account, Fault> {
        let file = KeyFile::read(folder.path())?;
        let has_slot = file
            .slots
            .iter()
            .any(|slot| slot.kind != Kind::Recovery && slot.account == no);
        let known = has_slot || self.attempts(folder, |a| a.knew(no));
        Ok(match Account::try_from(no.to_owned()) {
            Ok(account) if known => account,
            _ => Account::Unknown,
        })
    }

    /// Writes to the journal of an open desk what was tried before and is not in it yet, in
    /// one transaction with what `also` does for the one who opened it.
    pub(super) fn hear_attempts<T>(
        &self,
        folder: &Folder,
        desk: &Desk,
        act: &Act,
        also: impl Fn(&desk::Writing<'_>) -> desk::Result<T>,
    ) -> Result<T, Fault> {
        let (series, waiting) = self.attempts(folder, |a| (a.series(), a.waiting().to_vec()));
        let (done, up_to, known) = desk.write(act, |w| {
            let up_to = failures::import(w, series, &waiting)?;
            let done = also(w)?;
            let known: Vec<String> = staff::list(&w.reading())?
                .into_iter()
                .map(|s| s.no)
                .collect();
            Ok::<_, Fault>((done, up_to, known))
        })?;
        self.attempts(folder, |a| a.imported(up_to, known));
        Ok(done)
    }

    /// Checks the password of somebody who is signed in, for a thing that needs it again. A
    /// wrong `secret` is refused at `field`, and counts like one at the door.
    pub(crate) fn own_secret(
        &self,
        desk: &Desk,
        own: &Staff,
        field: &str,
        secret: &str,
    ) -> Result<(), Fault> {
        let folder = self.own_folder()?;
        let account = self.account(&folder, &own.no)?;
        let judged = self.judged(&folder, account, || {
            forgiving(secret, |meant| {
                desk.vault()
                    .check_secret(&own.no, meant)
                    .map_err(Fault::from)
            })
        });
        match judged {
            Err(fault) if is_wrong(&fault) => {
                Err(staff::Refused::PasswordWrong {}.at(field).into())
            }
            other => other,
        }
    }

    /// Forgets the failed attempts of somebody who was given a new secret: they need not wait.
    pub(crate) fn forgive(&self, no: &str) -> Result<(), Fault> {
        let folder = self.own_folder()?;
        let account = self.account(&folder, no)?;
        self.attempts(&folder, |a| a.forgive(&account));
        Ok(())
    }

    fn attempts<T>(&self, folder: &Folder, run: impl FnOnce(&mut Attempts) -> T) -> T {
        let at = self.at();
        let mut state = self.state();
        run(state
            .attempts
            .get_or_insert_with(|| Attempts::read(folder.path(), at)))
    }
}

/// Tries a secret as it was typed, and where it has the shape of a one-time code,
/// as the code that was meant.
pub(super) fn forgiving<T>(
    typed: &str,
    mut judge: impl FnMut(&str) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let judged = judge(typed);
    match (&judged, one_time::meant(typed)) {
        (Err(fault), Some(meant)) if is_wrong(fault) && *meant != *typed => judge(&meant),
        _ => judged,
    }
}

/// Whether the secret, or whose it is said to be, is what was wrong.
pub(super) fn is_wrong(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Gate("sign_in_failed", ..)
            | Fault::Desk(desk::Error::Store(vault::Error::WrongSecret))
    )
}

/// The actor before anybody is signed in: no member of staff.
pub(super) fn nobody(at: Moment) -> Act {
    Act {
        by: desk::Actor {
            staff: desk::StaffId(0),
            role: desk::ground::roles::Role::Receptionist,
        },
        at,
    }
}
