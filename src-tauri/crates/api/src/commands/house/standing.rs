//! Where the program stands: what the frame of the window and the lock screen show
//! after whatever was done.

use crate::codes::{Right, Role};
use crate::keeper::{Context, LastRestore, Open};
use crate::problem::Fault;
use desk::house::backups::{self, Over, Restored};
use desk::house::clock::Away;
use desk::house::staff::Staff;
use serde::Serialize;
use ts_rs::TS;
use vault::{Alarm, KeyFile};

/// The state after whatever the command did.
pub(crate) fn session_state(c: &Context<'_>) -> Result<SessionState, Fault> {
    let (open, left, idle_seconds, away, last_restore, restored) = {
        let state = c.keeper.state();
        let (open, left) = (state.open(), state.locked_for());
        let (idle, away) = (state.idle_seconds(), state.watch.away());
        let (last, restored) = (state.last_restore.clone(), state.restored());
        (open, left, idle, away, last, restored)
    };
    let space_short = c.keeper.state().short.is_short();
    let file = match KeyFile::read(&c.keeper.folder) {
        Ok(file) => Some(file),
        // A set-up that was cut off is begun again.
        Err(vault::Error::Absent) => None,
        Err(vault::Error::KeysGone | vault::Error::Damaged(_)) => {
            return Ok(damaged(last_restore));
        }
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
    let clock = open.as_ref().and_then(|_| off(away));
    let backup = backups(c, open.as_ref())?;
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
        restored: restored.map(RestoredSince::from),
        space_short,
    })
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
        restored: None,
        space_short: false,
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

/// What the foot bar says; nothing while nobody is signed in.
fn backups(c: &Context<'_>, open: Option<&Open>) -> Result<Option<BackupStanding>, Fault> {
    let Some(open) = open else { return Ok(None) };
    let own = c.keeper.own_backups();
    let place = open.desk.read(&open.act(c.now), backups::place)?;
    let first = own.last().map(|l| desk::Moment(l.manifest.at));
    Ok(Some(BackupStanding {
        last_at: c.keeper.last_backup(open)?.map(|l| l.manifest.at),
        copy_overdue: backups::copy_is_overdue(place.as_ref(), first, c.now),
        failure: c.keeper.backing.failure(),
    }))
}

/// What the window says about the clock; nothing while it is right.
fn off(away: Away) -> Option<ClockOff> {
    let way = match away.0 {
        0 => return None,
        away if away < 0 => ClockWay::Behind,
        _ => ClockWay::Ahead,
    };
    Some(ClockOff {
        way,
        minutes: away.0.saturating_abs() / 60_000,
    })
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
    /// That the desk came from a backup since this person was last here.
    pub restored: Option<RestoredSince>,
    /// The disk is full, so that things can be looked up only.
    pub space_short: bool,
}

/// That the desk came from a backup since somebody was last here.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoredSince {
    /// Number of the journal's entry about it.
    pub seq: i64,
    /// When it was restored, UTC ms.
    pub at: i64,
    /// Staff number of who did; empty: nobody was signed in.
    pub by_no: String,
    /// The reason given.
    pub reason: String,
    /// What it took the place of.
    pub over: RestoredOver,
}

/// What a backup took the place of.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestoredOver {
    /// Nothing: an empty folder.
    Nothing,
    /// An earlier or later state of the same desk.
    Own,
    /// Another desk.
    Other,
    /// A desk whose keys were lost, with a printed code.
    Lost,
    /// A desk whose keys were lost, on somebody's word.
    Unproven,
}

impl From<Restored> for RestoredSince {
    fn from(restored: Restored) -> Self {
        Self {
            seq: restored.seq,
            at: restored.at.0,
            by_no: restored.by_no,
            reason: restored.reason,
            over: match restored.over {
                Over::Nothing => RestoredOver::Nothing,
                Over::Own => RestoredOver::Own,
                Over::Other => RestoredOver::Other,
                Over::Lost => RestoredOver::Lost,
                Over::Unproven => RestoredOver::Unproven,
            },
        }
    }
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

/// What kind of alarm it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AlarmKind {
    /// Committed operations are not in the database.
    Missing,
    /// The database holds another history.
    Different,
    /// The head file is gone or unreadable.
    NoHead,
}

impl AlarmKind {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Different => "different",
            Self::NoHead => "no_head",
        }
    }
}

/// An alarm as the window tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlarmView {
    /// Which.
    pub kind: AlarmKind,
    /// How many operations are missing; 0 when that is not known.
    pub operations: i64,
    /// Number of the last entry that is there, or of the one that differs.
    pub last: i64,
}

impl From<Alarm> for AlarmView {
    fn from(alarm: Alarm) -> Self {
        let (kind, operations, last) = match alarm {
            Alarm::Missing { operations, last } => (AlarmKind::Missing, operations, last),
            Alarm::Different { at } => (AlarmKind::Different, 0, at),
            Alarm::NoHead => (AlarmKind::NoHead, 0, 0),
        };
        Self {
            kind,
            operations,
            last,
        }
    }
}

/// The clock was moved and nobody has looked at it since.
#[derive(Debug, Serialize, TS)]
pub struct ClockOff {
    /// In which direction it differs from before.
    pub way: ClockWay,
    /// By how many minutes.
    pub minutes: i64,
}

/// A direction in time.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClockWay {
    /// It shows less than it should.
    Behind,
    /// It shows more than it should.
    Ahead,
}

/// What the foot bar says about backups.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupStanding {
    /// When the last one was made, UTC ms.
    pub last_at: Option<i64>,
    /// Whether a copy in a second place is overdue.
    pub copy_overdue: bool,
    /// Code of why the last one failed.
    pub failure: Option<String>,
}
