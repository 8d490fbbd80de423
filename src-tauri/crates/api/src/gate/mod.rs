//! The gateway: the one place that checks session, right and shape, opens the
//! transaction and turns what comes back into an answer or a problem.

mod alarm;
mod backup;
mod clock;
mod door;
mod files;
mod session;

use crate::machine::Machine;
use crate::problem::{Fault, Problem};
use crate::table::{Answer, Command, Kind, Table};
use desk::ground::roles::Role;
use desk::house::staff::Staff;
use desk::{Act, Desk, Moment, Once};
use paper::Fonts;
use serde::Deserialize;
use serde_json::{Value, json};
pub(crate) use session::{Pending, State};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use vault::Administrator;

/// One call from the window, the command line or a script.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// `subject.verb`.
    pub command: String,
    /// Its input.
    #[serde(default)]
    pub input: Value,
    /// A UUID made once per intent of a person; needed by writes.
    #[serde(default)]
    pub op_id: Option<String>,
    /// Another moment than now: training folders only, so that a day can be replayed.
    #[serde(default)]
    pub at: Option<i64>,
}

/// The desk locked itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locked;

/// The gateway of one data folder.
pub struct Gateway {
    pub(crate) folder: PathBuf,
    pub(crate) fonts: Fonts,
    pub(crate) machine: Arc<dyn Machine>,
    table: Table,
    pub(crate) backing: backup::Backing,
    state: Mutex<State>,
}

/// The kind of slot that goes with a role.
pub(crate) fn slot_kind(role: Role) -> Administrator {
    match role {
        Role::Administrator => Administrator::Yes,
        _ => Administrator::No,
    }
}

/// Commands that work before the recovery codes are typed back: those that help to do so,
/// and the slips for colleagues after the keys were replaced.
fn works_unconfirmed(name: &str) -> bool {
    name.starts_with("setup.") || name == "staff.print_code"
}

/// What a command of the gateway itself may use.
pub(crate) struct Context<'a> {
    pub gateway: &'a Gateway,
    pub now: Moment,
    pub open: Option<Open>,
}

/// An open desk and who is signed in.
#[derive(Clone)]
pub(crate) struct Open {
    pub desk: Arc<Desk>,
    pub staff: Staff,
}

impl Context<'_> {
    /// The open desk and who acts on it.
    pub(crate) fn desk(&self) -> Result<(&Desk, Act), Fault> {
        let open = self.open.as_ref().ok_or_else(|| Fault::gate("locked"))?;
        Ok((
            &open.desk,
            Act {
                by: desk::house::staff::actor(&open.staff),
                at: self.now,
            },
        ))
    }

    /// Who is signed in.
    pub(crate) fn staff(&self) -> Result<&Staff, Fault> {
        self.open
            .as_ref()
            .map(|o| &o.staff)
            .ok_or_else(|| Fault::gate("locked"))
    }
}

/// The machine's randomness, for the vault.
pub(crate) struct Dice<'a>(pub &'a dyn Machine);

impl vault::Entropy for Dice<'_> {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.fill(bytes);
    }
}

impl Gateway {
    /// A gateway for a data folder; nothing is opened yet.
    pub fn new(folder: PathBuf, fonts: Fonts, machine: Arc<dyn Machine>) -> Self {
        Self {
            folder,
            fonts,
            machine,
            table: Table::new(),
            backing: backup::Backing::default(),
            state: Mutex::new(State::default()),
        }
    }

    /// Runs one command.
    ///
    /// # Errors
    /// A problem with its code, facts and field.
    pub fn call(&self, call: Call) -> Result<Answer, Problem> {
        self.run(call).map_err(|fault| {
            if let Fault::Desk(desk::Error::Store(error)) = &fault
                && !matches!(error, vault::Error::WrongSecret)
            {
                self.state().last_failure = Some(error.to_string());
            }
            Problem::from(fault)
        })
    }

    /// The technical words of the last failure of the store, for the log; they
    /// carry no row's values.
    pub fn last_failure(&self) -> Option<String> {
        self.state().last_failure.take()
    }

    /// Closes the desk for good.
    pub fn close(&self) {
        let now = Moment(self.machine.now());
        // Nobody is left to be told; the next start recovers the log.
        drop(self.lock(now));
        let mut state = self.state();
        state.folder = None;
        state.attempts = None;
    }

    fn run(&self, call: Call) -> Result<Answer, Fault> {
        let command = self.table.find(&call.command).ok_or_else(|| {
            Fault::Gate(
                "unknown_command",
                vec![("command", json!(call.command))],
                None,
            )
        })?;
        self.catch_up();
        let open = self.state().open();
        let now = self.moment(call.at)?;
        if needs_session(command.name) {
            self.allow(command, open.as_ref())?;
        }
        if let Some(open) = open.as_ref().filter(|_| is_risky(command.name)) {
            // Nonsense is refused before it costs a backup.
            (command.fits)(call.input.clone())?;
            operation_id(call.op_id.as_deref())?;
            self.back_up(open, now, command.name)?;
        }
        let open = open.filter(|_| !leaves_store(command.name));
        let value = match &command.kind {
            Kind::Gate(run) => run(
                &Context {
                    gateway: self,
                    now,
                    open,
                },
                call.input,
            )?,
            Kind::Read(_) | Kind::Write(_) | Kind::Repeat(_) => {
                let open = open.ok_or_else(|| Fault::gate("locked"))?;
                let act = Act {
                    by: desk::house::staff::actor(&open.staff),
                    at: now,
                };
                on_desk(command, &open.desk, &act, call.op_id.as_deref(), call.input)?
            }
        };
        let changes = matches!(command.kind, Kind::Write(_) | Kind::Gate(_));
        if changes && !is_a_look(command.name) {
            self.touch();
        }
        Ok(Answer {
            value,
            touched: command.touches.to_vec(),
            at: self.machine.now(),
        })
    }

    fn allow(&self, command: &Command, open: Option<&Open>) -> Result<(), Fault> {
        let open = open.ok_or_else(|| Fault::gate("locked"))?;
        // The decision about an alarm comes first: typing codes back and a new password
        // are written, and nothing is written before it.
        if open.desk.vault().alarm().is_some() {
            alarm::refuse_during_alarm(command.name)?;
        } else {
            let confirmed = open.desk.vault().confirmed();
            if !confirmed && !works_unconfirmed(command.name) {
                return Err(Fault::gate("codes_not_confirmed"));
            }
            if open.staff.must_change && command.name != "staff.change_password" {
                return Err(Fault::gate("must_change_password"));
            }
        }
        match command.right {
            Some(right) if !open.staff.role.may(right) => Err(Fault::Gate(
                "no_right",
                vec![("right", json!(right.code()))],
                None,
            )),
            Some(_) | None => Ok(()),
        }
    }

    /// Whether the folder holds made-up data, on which time may be handed in.
    pub fn training(&self) -> bool {
        vault::KeyFile::read(&self.folder).is_ok_and(|file| file.training)
    }

    /// Now, or the moment a replay asks for. A moment that is not the computer's own is
    /// taken on training folders only, also after a backup was restored to the folder.
    fn moment(&self, asked: Option<i64>) -> Result<Moment, Fault> {
        let real = asked.is_none() && !self.machine.handed_in();
        if real || self.training() {
            Ok(Moment(asked.unwrap_or_else(|| self.machine.now())))
        } else {
            Err(Fault::gate("time_not_yours"))
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Commands before sign-in: the session's own, and set-up.
fn needs_session(name: &str) -> bool {
    // A backup may have to be restored when nobody can sign in; the commands ask for
    // a secret then.
    let before = matches!(
        name,
        "setup.create"
            | "setup.strength"
            | "backups.list"
            | "backups.progress"
            | "backups.choose"
            | "backups.restore"
    );
    !name.starts_with("session.") && !before
}

/// A restore closes the store, and somebody may lock while a dialog is open: what these
/// are called with must not hold it open.
fn leaves_store(name: &str) -> bool {
    matches!(
        name,
        "backups.restore" | "backups.choose" | "backups.choose_second"
    )
}

/// Commands of the gateway that the window asks by itself: nobody's hand.
fn is_a_look(name: &str) -> bool {
    matches!(
        name,
        "session.state" | "session.verify_journal" | "backups.list" | "backups.progress"
    )
}

fn operation_id(op_id: Option<&str>) -> Result<&str, Fault> {
    op_id
        .filter(|id| uuid::Uuid::parse_str(id).is_ok())
        .ok_or_else(|| Fault::gate("operation_id_missing"))
}

/// What cannot be taken back is preceded by a backup.
fn is_risky(name: &str) -> bool {
    matches!(name, "retention.destroy")
}

fn on_desk(
    command: &Command,
    desk: &Desk,
    act: &Act,
    op_id: Option<&str>,
    input: Value,
) -> Result<Value, Fault> {
    // A fault that is not the desk's own is carried out of the transaction by hand,
    // so that it rolls back and still reaches the person.
    let mut gate = None;
    let mut kept = |fault: Fault| match fault {
        Fault::Desk(error) => error,
        other @ Fault::Gate(..) => {
            gate = Some(other);
            desk::Error::Store(vault::Error::Conflict)
        }
    };
    let done = match &command.kind {
        Kind::Read(run) => desk.read(act, |r| run(r, input).map_err(&mut kept)),
        Kind::Repeat(run) => desk.write(act, |w| run(w, input.clone()).map_err(&mut kept)),
        Kind::Write(run) => {
            let op_id = operation_id(op_id)?;
            desk.write_once(act, op_id, command.name, |w| {
                run(w, input.clone())
                    .map(|value| value.to_string())
                    .map_err(&mut kept)
            })
            .map(|once| match once {
                Once::Done(answer) | Once::Before(answer) => {
                    serde_json::from_str(&answer).unwrap_or(Value::Null)
                }
            })
        }
        Kind::Gate(_) => Ok(Value::Null),
    };
    done.map_err(|error| gate.take().unwrap_or(Fault::Desk(error)))
}
