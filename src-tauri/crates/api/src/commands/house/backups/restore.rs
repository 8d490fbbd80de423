//! Restoring from the window or the command line: by the administrator who is signed
//! in, or, where nobody can be, by a secret that opens the backup itself.

use super::views::Where;
use super::{may, path_of};
use crate::commands::house::standing::{SessionState, session_state};
use crate::keeper::{Context, LastRestore, Open, name_of};
use crate::problem::Fault;
use crate::table::Topic;
use desk::ground::text;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Archive, KeyFile, Kind, RestoreNote, Unsealed, Vault};
use zeroize::Zeroizing;

/// The desk is locked after a restore; whoever signs in sees everything anew.
pub(super) const TOUCHES: &[Topic] = &[Topic::SESSION, Topic::BACKUPS];

/// Who restores, by what right.
struct Permit {
    /// Opens the backup.
    opened: Unsealed,
    /// Opens the vault that is there now, if anything does.
    current: Option<Unsealed>,
    actor: i64,
    role: &'static str,
}

pub(super) fn restore(c: &Context<'_>, input: Restore) -> Result<RestoreDone, Fault> {
    let reason = text::reason(&input.reason)?;
    let (archive, permit, signed_in) = {
        let open = c.keeper.state().open();
        may(open.as_ref())?;
        let archive = Archive::read(&path_of(c, open.as_ref(), &input.name, input.place)?)?;
        let permit = permit(c, open.as_ref(), &archive, &input)?;
        (archive, permit, open.is_some())
    };
    c.keeper.state().restoring = true;
    let restored = swap(c, &archive, &permit, &reason);
    {
        let mut state = c.keeper.state();
        state.restoring = false;
        // The window of whoever was signed in is cleared; the lock screen says how it went.
        state.last_restore = match &restored {
            Ok(done) => Some(LastRestore::done(&archive, done)),
            Err(fault) if signed_in => Some(LastRestore::refused(&archive, fault.code())),
            Err(_) => None,
        };
    }
    let restored = restored?;
    Ok(RestoreDone {
        journal: restored.journal_seq,
        aside: restored.aside.as_deref().and_then(name_of),
        state: session_state(c)?,
    })
}

fn swap(
    c: &Context<'_>,
    archive: &Archive,
    permit: &Permit,
    reason: &str,
) -> Result<vault::Restored, Fault> {
    // The set that is there is put aside whole: nothing may have it open.
    c.keeper.lock_and_wait(c.now)?;
    let folder = c.keeper.own_folder()?;
    let note = RestoreNote {
        at: c.now.0,
        actor: permit.actor,
        role: permit.role,
        reason,
    };
    let current = permit.current.as_ref();
    c.keeper
        .backing
        .alone(|progress| {
            vault::restore(&folder, archive, &permit.opened, current, &note, progress)
        })
        .map_err(Fault::from)
}

fn permit(
    c: &Context<'_>,
    open: Option<&Open>,
    archive: &Archive,
    input: &Restore,
) -> Result<Permit, Fault> {
    let secret = input.secret()?;
    if let Some(open) = open {
        let current = open.desk.vault().unsealed();
        let opened = match secret {
            // A backup of another vault, or of keys this one never had.
            Some(secret) => by_secret(c, archive, &secret)?,
            None if is_foreign(&current, archive) => {
                return Err(Fault::gate("restore_secret_needed"));
            }
            None => current.clone(),
        };
        return Ok(Permit {
            opened,
            current: Some(current),
            actor: open.staff.id.0,
            role: open.staff.role.code(),
        });
    }
    let secret = secret.ok_or_else(|| Fault::gate("restore_secret_needed"))?;
    let opened = by_secret(c, archive, &secret)?;
    let folder = c.keeper.own_folder()?;
    // Whoever opens the vault that is there as well keeps its newer key file in force.
    let current = match &secret {
        Secret::Code(code) => Vault::unseal_with_code(&folder, code),
        Secret::Account(no, password) if is_administrator(&KeyFile::read(folder.path()), no) => {
            Vault::unseal(&folder, no, password)
        }
        Secret::Account(..) => Err(vault::Error::WrongSecret),
    };
    Ok(Permit {
        opened,
        current: current.ok(),
        actor: 0,
        role: "administrator",
    })
}

/// Whether the keys at hand cannot open a backup because it is not of their time or place.
pub(super) fn is_foreign(current: &Unsealed, archive: &Archive) -> bool {
    let (own, backup) = (current.key_file(), archive.manifest());
    let elsewhere = own.vault_id != backup.vault_id || backup.epoch > own.epoch;
    elsewhere && !current.has_sealed(backup)
}

/// Opens the backup's own key file; a wrong secret counts like one at the door.
fn by_secret(c: &Context<'_>, archive: &Archive, secret: &Secret) -> Result<Unsealed, Fault> {
    let judge = || match secret {
        Secret::Code(code) => archive.unseal_with_code(code).map_err(Fault::from),
        Secret::Account(no, password) => {
            let opened = archive.unseal(no, password)?;
            if is_administrator(&Ok(opened.key_file().clone()), no) {
                Ok(opened)
            } else {
                Err(Fault::gate("restore_no_administrator"))
            }
        }
    };
    c.keeper.judged_restore(judge)
}

fn is_administrator(file: &vault::Result<KeyFile>, no: &str) -> bool {
    file.as_ref().is_ok_and(|file| {
        file.slots
            .iter()
            .any(|s| s.kind == Kind::Administrator && s.account == no)
    })
}

enum Secret {
    Code(vault::Code),
    Account(String, Zeroizing<String>),
}

/// Which backup, why, and a secret where nobody is signed in.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Restore {
    /// Name of the file.
    pub name: String,
    /// Where it lies.
    pub place: Where,
    /// Why, for the journal.
    pub reason: String,
    /// Staff number of an administrator at the time of the backup.
    #[serde(default)]
    #[ts(optional)]
    pub no: Option<String>,
    /// Their password at that time.
    #[serde(default)]
    #[ts(optional)]
    pub password: Option<String>,
    /// Or a recovery code of that time.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
}

impl Restore {
    fn secret(&self) -> Result<Option<Secret>, Fault> {
        let given = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
        if given(&self.code) {
            let typed = self.code.as_deref().unwrap_or_default();
            let code = crate::commands::house::recovery::typed_code(typed)?;
            return Ok(Some(Secret::Code(code)));
        }
        match (&self.no, &self.password) {
            (Some(no), Some(password)) if given(&self.no) && given(&self.password) => {
                let password = Zeroizing::new(password.clone());
                Ok(Some(Secret::Account(no.trim().to_owned(), password)))
            }
            _ => Ok(None),
        }
    }
}

/// What was restored; the desk is locked.
#[derive(Debug, Serialize, TS)]
pub struct RestoreDone {
    /// Number of the last journal entry of the backup.
    pub journal: i64,
    /// Name of the folder that holds the old set; `None` when there was none.
    pub aside: Option<String>,
    /// Where the program stands now.
    pub state: SessionState,
}
