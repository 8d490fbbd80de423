//! Signing in, locking, and what the window may know before.

use crate::codes::{Right, Role};
use crate::commands::house::backups::{BackupStanding, LastRestore};
use crate::commands::house::clock::ClockOff;
use crate::commands::house::integrity::AlarmView;
use crate::gate::Context;
use crate::problem::Fault;
use crate::table::{Command, Subject, gate};
use crate::wire::{Done, Nothing};
use desk::house::staff::Staff;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use vault::KeyFile;

pub(crate) fn commands() -> Vec<Command> {
    vec![
        gate("session.state", None, &[], state),
        gate("session.sign_in", None, &[Subject::Session], sign_in),
        gate("session.lock", None, &[Subject::Session], lock),
        gate("session.sign_out", None, &[Subject::Session], sign_out),
        gate("session.touch", None, &[], touch),
    ]
}

pub(crate) fn state(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    session_state(c)
}

/// The state after whatever the command did.
pub(crate) fn session_state(c: &Context<'_>) -> Result<SessionState, Fault> {
    let (open, left, idle_seconds, away, last_restore) = {
        let state = c.gateway.state();
        let (open, left) = (state.open(), state.locked_for());
        let (idle, away) = (state.idle_seconds(), state.watch.away());
        (open, left, idle, away, state.last_restore.clone())
    };
    let file = match KeyFile::read(&c.gateway.folder) {
        Ok(file) => Some(file),
        // A set-up that was cut off has no backups yet, and is begun again.
        Err(vault::Error::Absent) if keys_are_gone(c) => return Ok(damaged(last_restore)),
        Err(vault::Error::Absent) => None,
        Err(vault::Error::Damaged(_)) => return Ok(damaged(last_restore)),
        Err(error) => return Err(error.into()),
    };
    let alarm = open.as_ref().and_then(|o| o.desk.vault().alarm());
    let phase = match (&file, &open) {
        (None, _) => Phase::Empty,
        _ if alarm.is_some() => Phase::Alarm,
        (Some(file), _) if !file.confirmed => Phase::Confirming,
        (Some(_), Some(_)) => Phase::Open,
        (Some(_), None) => Phase::Locked,
    };
    let journal = open
        .as_ref()
        .map(|o| {
            o.desk
                .vault()
                .read::<_, vault::Error>(|tx| tx.journal_head())
        })
        .transpose()?
        .map(|head| head.seq);
    let rights = open
        .as_ref()
        .map(|o| o.staff.role.rights())
        .unwrap_or_default();
    let clock = open.as_ref().and_then(|_| super::clock::off(away));
    let backup = super::backups::standing(c, open.as_ref())?;
    Ok(SessionState {
        phase,
        institution: file.as_ref().map(|f| f.label.clone()),
        training: file.as_ref().is_some_and(|f| f.training),
        rights: rights.iter().map(|r| Right(*r)).collect(),
        staff: open.map(|o| signed_in(o.staff)),
        locked_for: left.map(signed_in),
        idle_seconds,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        journal,
        clock,
        alarm: alarm.map(AlarmView::from),
        backup,
        last_restore,
    })
}

/// A database that was in use lies there, and nothing that opens it.
fn keys_are_gone(c: &Context<'_>) -> bool {
    vault::Folder::lacks_keys(&c.gateway.folder) && !c.gateway.own_backups().is_empty()
}

/// Both copies of the key file are gone or unreadable: only a backup opens the way back.
fn damaged(last_restore: Option<LastRestore>) -> SessionState {
    SessionState {
        phase: Phase::Damaged,
        institution: None,
        training: false,
        rights: Vec::new(),
        staff: None,
        locked_for: None,
        idle_seconds: 300,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        journal: None,
        clock: None,
        alarm: None,
        backup: None,
        last_restore,
    }
}

fn signed_in(staff: Staff) -> SignedIn {
    SignedIn {
        id: staff.id.0,
        no: staff.no,
        name: staff.name,
        role: Role(staff.role),
        must_change: staff.must_change,
    }
}

fn sign_in(c: &Context<'_>, input: SignIn) -> Result<SessionState, Fault> {
    let no = input.no.trim();
    if no.is_empty() {
        return Err(desk::Reason::Empty {}.at("no").into());
    }
    if input.password.is_empty() {
        return Err(desk::Reason::Empty {}.at("password").into());
    }
    let password = zeroize::Zeroizing::new(input.password);
    c.gateway.sign_in(no, &password, c.now)?;
    session_state(c)
}

fn lock(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    c.gateway.lock(c.now)?;
    session_state(c)
}

fn sign_out(c: &Context<'_>, _: Nothing) -> Result<SessionState, Fault> {
    c.gateway.lock(c.now)?;
    c.gateway.forget_who();
    session_state(c)
}

fn touch(c: &Context<'_>, _: Nothing) -> Result<Done, Fault> {
    c.gateway.touch();
    Ok(Done {})
}

/// Where the program stands.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Nothing is set up yet.
    Empty,
    /// Set up, but the recovery codes were not typed back.
    Confirming,
    /// Set up; nobody is signed in.
    Locked,
    /// Somebody works here.
    Open,
    /// Somebody is signed in, but operations are missing: see `alarm`.
    Alarm,
    /// The key file is unreadable.
    Damaged,
}

/// What the frame of the window shows.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SessionState {
    /// Where the program stands.
    pub phase: Phase,
    /// The institution's name, once set up.
    pub institution: Option<String>,
    /// Whether the folder holds made-up data.
    pub training: bool,
    /// Who is signed in.
    pub staff: Option<SignedIn>,
    /// Who was, when the desk was locked: only their password is asked for.
    pub locked_for: Option<SignedIn>,
    /// What they may do.
    pub rights: Vec<Right>,
    /// Seconds without activity until the desk locks.
    pub idle_seconds: u16,
    /// Version of the program.
    pub version: String,
    /// Number of the last journal entry.
    pub journal: Option<i64>,
    /// Set while the computer's clock is not where it was, so that dates may be wrong.
    pub clock: Option<ClockOff>,
    /// Set while committed operations are missing from the store.
    pub alarm: Option<AlarmView>,
    /// How the backups stand; while somebody is signed in.
    pub backup: Option<BackupStanding>,
    /// How the last restore ended, until somebody signs in.
    pub last_restore: Option<LastRestore>,
}

/// Who is signed in.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedIn {
    /// Id.
    pub id: i64,
    /// Staff number.
    pub no: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Whether the password must be changed before anything else.
    pub must_change: bool,
}

/// A staff number and a password.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Staff number.
    pub no: String,
    /// Password.
    pub password: String,
}
