//! Restoring from the window or the command line: by the administrator who is signed
//! in, or, where nobody can be, by a secret that opens the backup itself.

use super::views::Where;
use super::{may, path_of};
use crate::commands::house::standing::{SessionState, session_state};
use crate::keeper::{Context, LastRestore, Open, name_of};
use crate::problem::Fault;
use crate::table::Topic;
use desk::ground::text;
use desk::house::backups::Over;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::{Archive, KeyFile, Proven, RestoreNote, Unsealed, Vault};
use zeroize::Zeroizing;

/// The desk is locked after a restore; whoever signs in sees everything anew.
pub(super) const TOUCHES: &[Topic] = &[Topic::SESSION, Topic::BACKUPS];

/// Who restores, by what right.
struct Permit {
    /// Staff number of whoever gave their password while nobody was signed in.
    by: String,
    /// Opens the backup.
    opened: Unsealed,
    /// Opens the vault that is there now, if anything does.
    current: Option<Unsealed>,
    over: Over,
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
        over: permit.over.code(),
        by: &permit.by,
    };
    let current = permit.current.as_ref();
    c.keeper
        .backing
        .alone(|progress| {
            vault::restore(&folder, archive, &permit.opened, current, &note, progress)
        })
        .map_err(Fault::from)
}

/// Whose word it takes: of the desk that is here, as long as its key file can be read, and
/// of the backup, where the desk's keys do not open it.
fn permit(
    c: &Context<'_>,
    open: Option<&Open>,
    archive: &Archive,
    input: &Restore,
) -> Result<Permit, Fault> {
    let given = secret(&input.code, &input.no, &input.password)?;
    if let Some(open) = open {
        return of_who_is_signed_in(c, open, archive, given);
    }
    let given = given.ok_or_else(|| Fault::gate("restore_secret_needed"))?;
    let by = match &given {
        Secret::Account(no, _) => no.clone(),
        Secret::Code(_) => String::new(),
    };
    let permit = |opened, current, over| Permit {
        opened,
        current,
        over,
        actor: 0,
        role: "administrator",
        by,
    };
    let proven = match KeyFile::read(&c.keeper.folder) {
        // Somebody put another desk's key file there.
        Ok(file) if vault::is_foreign(&c.keeper.folder, &file) => None,
        Ok(_) => match of_the_desk(c, archive, &given)? {
            // Of an earlier key file than that of the backup: the backup's counts.
            Some(proof) if proof.keys.is_before(archive)? => None,
            proof => proof.filter(|proof| proof.proven),
        },
        Err(vault::Error::Absent) => {
            let opened = by_secret(c, archive, &given)?;
            return Ok(permit(opened, None, Over::Nothing));
        }
        Err(vault::Error::KeysGone | vault::Error::Damaged(_)) => None,
        Err(error) => return Err(error.into()),
    };
    if let Some(proof) = proven {
        let current = proof.keys;
        let (opened, over) = if current.opens(archive.manifest()) {
            (current.clone(), Over::Own)
        } else {
            let opened = by_its_own_secret(c, archive, input.backup.as_ref())?;
            (opened, over(&current, archive))
        };
        let over = untold(proof.last_restore, archive, over);
        return Ok(permit(opened, Some(current), over));
    }
    let opened = by_secret(c, archive, &given)?;
    let same = vault::continues(&c.keeper.folder, archive.manifest());
    let over = match given {
        Secret::Code(_) if same && opened.has_codes_in_force(&*c.keeper.own_folder()?) => {
            Over::Lost
        }
        // A code of another vault or one that was replaced proves nothing here, and of a
        // password nobody can tell whether it still is an administrator's.
        _ if input.takes_place != Some(true) => return Err(Fault::gate("restore_takes_place")),
        _ if same => Over::Unproven,
        _ => Over::Other,
    };
    Ok(permit(opened, None, over))
}

/// A restore that put another desk in this one's place is not washed away by the next one:
/// where the backup is from before it, this one says the same.
fn untold(last: Option<(i64, String)>, archive: &Archive, over: Over) -> Over {
    let last = last.filter(|(seq, _)| archive.manifest().journal_seq < *seq);
    match (over, last.map(|(_, detail)| Over::of(&detail))) {
        (Over::Own, Some(before @ (Over::Other | Over::Lost | Over::Unproven))) => before,
        _ => over,
    }
}

/// Opens the key file that is there, and says whether it is the one of what lies beside it;
/// nothing where it is an earlier one, from before the sheet was printed that the code is on,
/// or the password was set.
fn of_the_desk(
    c: &Context<'_>,
    archive: &Archive,
    secret: &Secret,
) -> Result<Option<Proven>, Fault> {
    let folder = c.keeper.own_folder()?;
    let no = secret.no();
    c.keeper.judged_restore(no, || match secret {
        Secret::Code(code) => {
            let proof = Vault::unseal_with_code(&folder, code).and_then(|k| k.in_force(&folder));
            match proof {
                Err(vault::Error::WrongSecret) => {
                    let opened = archive.unseal_with_code(code)?;
                    if opened.knows_of_later(&folder)? && opened.has_codes_in_force(&folder) {
                        Ok(None)
                    } else {
                        Err(vault::Error::WrongSecret.into())
                    }
                }
                proof => Ok(Some(proof?)),
            }
        }
        Secret::Account(no, password) => {
            let proof = Vault::unseal(&folder, no, password).and_then(|k| k.in_force(&folder));
            match proof {
                // The key file there may be earlier than the backup, and than the password.
                Err(vault::Error::WrongSecret | vault::Error::OldKeys)
                    if archive
                        .unseal(no, password)
                        .and_then(|opened| opened.is_later(&folder))
                        .unwrap_or(false) =>
                {
                    Ok(None)
                }
                proof => {
                    let proof = proof?;
                    if proof.keys.key_file().is_administrator(no) {
                        Ok(Some(proof))
                    } else {
                        Err(Fault::gate("restore_no_administrator"))
                    }
                }
            }
        }
    })
}

fn of_who_is_signed_in(
    c: &Context<'_>,
    open: &Open,
    archive: &Archive,
    given: Option<Secret>,
) -> Result<Permit, Fault> {
    let current = open.desk.vault().unsealed();
    let opened = match given {
        // A backup of another vault, or of keys this one never had.
        Some(secret) => by_secret(c, archive, &secret)?,
        None if !current.opens(archive.manifest()) => {
            return Err(Fault::gate("restore_secret_needed"));
        }
        None => current.clone(),
    };
    Ok(Permit {
        opened,
        over: over(&current, archive),
        current: Some(current),
        actor: open.staff.id.0,
        role: open.staff.role.code(),
        by: String::new(),
    })
}

/// Opens a backup that the desk's own keys do not open.
fn by_its_own_secret(
    c: &Context<'_>,
    archive: &Archive,
    given: Option<&BackupSecret>,
) -> Result<Unsealed, Fault> {
    let below = |fault: Fault| match fault {
        Fault::Gate(code, facts, Some(field)) => {
            Fault::Gate(code, facts, Some(format!("backup.{field}")))
        }
        fault => fault,
    };
    let then = given.map(|b| secret(&b.code, &b.no, &b.password));
    let then = then.transpose().map_err(below)?.flatten();
    let then = then.ok_or_else(|| Fault::gate("restore_backup_secret_needed"))?;
    by_secret(c, archive, &then).map_err(|fault| {
        let (code, field) = match (&then, fault.code()) {
            (_, "restore_no_administrator") => ("restore_no_administrator", "no"),
            (Secret::Code(_), "sign_in_failed") => ("recovery_wrong", "code"),
            (Secret::Account(..), "sign_in_failed") => ("sign_in_failed", "password"),
            _ => return fault,
        };
        Fault::Gate(code, Vec::new(), Some(format!("backup.{field}")))
    })
}

/// Opens a backup as one of the administrators of its time or with one of its codes; a wrong
/// secret counts like one at the door.
fn by_secret(c: &Context<'_>, archive: &Archive, secret: &Secret) -> Result<Unsealed, Fault> {
    c.keeper.judged_restore(secret.no(), || match secret {
        Secret::Code(code) => Ok(archive.unseal_with_code(code)?),
        Secret::Account(no, password) => {
            let opened = archive.unseal(no, password)?;
            if opened.key_file().is_administrator(no) {
                Ok(opened)
            } else {
                Err(Fault::gate("restore_no_administrator"))
            }
        }
    })
}

fn over(current: &Unsealed, archive: &Archive) -> Over {
    if current.key_file().vault_id == archive.manifest().vault_id {
        Over::Own
    } else {
        Over::Other
    }
}

enum Secret {
    Code(vault::Code),
    Account(String, Zeroizing<String>),
}

impl Secret {
    /// Whose password it is; nothing for a printed code.
    fn no(&self) -> Option<&str> {
        match self {
            Self::Account(no, _) => Some(no),
            Self::Code(_) => None,
        }
    }
}

fn secret(
    code: &Option<String>,
    no: &Option<String>,
    password: &Option<String>,
) -> Result<Option<Secret>, Fault> {
    let [code, no, password] =
        [code, no, password].map(|t| t.as_deref().filter(|t| !t.trim().is_empty()));
    if let Some(typed) = code {
        let code = crate::commands::house::recovery::typed_code(typed)?;
        return Ok(Some(Secret::Code(code)));
    }
    let account = no.zip(password);
    Ok(account
        .map(|(no, typed)| Secret::Account(no.trim().to_owned(), Zeroizing::new(typed.to_owned()))))
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
    /// Staff number of an administrator: of the desk that is here, while its keys can be
    /// read and nobody is signed in; otherwise of the time of the backup.
    #[serde(default)]
    #[ts(optional)]
    pub no: Option<String>,
    /// Their password.
    #[serde(default)]
    #[ts(optional)]
    pub password: Option<String>,
    /// Or a recovery code.
    #[serde(default)]
    #[ts(optional)]
    pub code: Option<String>,
    /// What opens the backup, where the desk's own keys do not.
    #[serde(default)]
    #[ts(optional)]
    pub backup: Option<BackupSecret>,
    /// That the backup takes the place of a desk whose keys are lost, on the word of an
    /// administrator of that time and without a printed code.
    #[serde(default, rename = "takesPlace")]
    #[ts(optional)]
    pub takes_place: Option<bool>,
}

/// What opens a backup of another desk or of other keys.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupSecret {
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
