//! The gateway: the one place that checks session, right and shape, opens the
//! transaction and turns what comes back into an answer or a problem. It alone knows
//! both the keeper and the table.

mod files;

use crate::demo::{Counts, Demo};
use crate::keeper::{Context, Keeper, Locked, Open};
use crate::machine::Machine;
use crate::problem::{Fault, Problem};
use crate::table::{Answer, By, Command, First, Kind, Opens, Pace, Store, Table};
use desk::{Act, Desk, Moment, Once, Operation};
use paper::Fonts;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::Arc;

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

/// The gateway of one data folder.
pub struct Gateway {
    keeper: Keeper,
    table: Table,
}

impl Gateway {
    /// A gateway for a data folder; nothing is opened yet.
    pub fn new(folder: PathBuf, fonts: Fonts, machine: Arc<dyn Machine>) -> Self {
        Self {
            keeper: Keeper::new(folder, fonts, machine),
            table: Table::new(crate::commands::all()),
        }
    }

    /// Runs one command.
    ///
    /// # Errors
    /// A problem with its code, facts and field.
    pub fn call(&self, call: Call) -> Result<Answer, Problem> {
        self.run(call).map_err(|fault| {
            let open = self.keeper.state().open();
            if open.is_some_and(|open| open.desk.vault().halted()) {
                // Only opening anew tells which keys are in force.
                drop(self.keeper.lock(Moment(self.keeper.machine.now())));
                return Problem::from(Fault::gate("keys_unsure"));
            }
            if let Fault::Desk(desk::Error::Store(error)) = &fault
                && !matches!(error, vault::Error::WrongSecret)
            {
                self.keeper.state().last_failure = Some(error.to_string());
            }
            Problem::from(fault)
        })
    }

    /// The technical words of the last failure of the store, for the log; they
    /// carry no row's values.
    pub fn last_failure(&self) -> Option<String> {
        self.keeper.state().last_failure.take()
    }

    /// Takes the folder's lock for as long as the program runs, and not only from the
    /// first sign-in on.
    ///
    /// # Errors
    /// `folder_in_use`, `folder_on_network`, `folder_synced`, `folder_read_only`; those of files.
    pub fn own(&self) -> Result<(), Problem> {
        self.keeper.own_folder().map(drop).map_err(Problem::from)
    }

    /// Whether the folder holds made-up data, on which time may be handed in.
    pub fn training(&self) -> bool {
        self.keeper.training()
    }

    /// To be called every second: notices a moved clock, and locks the desk when
    /// nobody touched it for the set time or the session has lasted too long.
    pub fn tick(&self) -> Option<Locked> {
        self.keeper.tick()
    }

    /// Notes that somebody asked for this command: the desk stays open for the idle time
    /// from now. What the window asks by itself is nobody's hand.
    pub fn asked_by_hand(&self, command: &str) {
        let known = self.table.find(command);
        if known.is_some_and(|command| command.policy.by == By::Person) {
            self.keeper.touch();
        }
    }

    /// Whether the clock was moved, or taken for right, since this was last asked.
    pub fn clock_news(&self) -> bool {
        self.keeper.clock_news()
    }

    /// Whether a session ended since this was last asked.
    pub fn lock_news(&self) -> bool {
        self.keeper.lock_news()
    }

    /// The program is closed for the day: what is not in a backup yet goes into one,
    /// and the desk is closed.
    pub fn end_of_day(&self) {
        self.keeper.end_of_day();
    }

    /// Closes the desk for good.
    pub fn close(&self) {
        self.keeper.close();
    }

    /// Whether the open folder may be filled, before anything is done for it.
    ///
    /// # Errors
    /// `training_only`, `not_empty` when visitors are there already, `no_right`,
    /// `out_of_range`; those of the store.
    pub fn may_demo(&self, demo: &Demo<'_>) -> Result<(), Problem> {
        crate::demo::allowed(&self.keeper, demo)
            .map(drop)
            .map_err(Problem::from)
    }

    /// Fills the open training folder, up to this moment.
    ///
    /// # Errors
    /// `training_only`, `not_empty` when visitors are there already, `no_right`,
    /// `out_of_range`, `password_weak`; those of the store.
    pub fn demo(&self, demo: &Demo<'_>) -> Result<Counts, Problem> {
        crate::demo::make_up(&self.keeper, demo).map_err(Problem::from)
    }

    fn run(&self, call: Call) -> Result<Answer, Fault> {
        let command = self.table.find(&call.command).ok_or_else(|| {
            Fault::Gate(
                "unknown_command",
                vec![("command", json!(call.command))],
                None,
            )
        })?;
        let keeper = &self.keeper;
        keeper.catch_up();
        let open = keeper.state().open();
        let now = keeper.moment(call.at)?;
        allow(command, open.as_ref())?;
        let policy = command.policy;
        if let Some(open) = open.as_ref().filter(|_| policy.first == First::Backup) {
            // Nonsense is refused before it costs a backup.
            (command.fits)(call.input.clone())?;
            operation_id(call.op_id.as_deref())?;
            keeper.back_up(open, now, command.name)?;
        }
        if let Some(open) = open.as_ref().filter(|_| policy.pace == Pace::Hand) {
            keeper.pace(open.staff.id)?;
        }
        if matches!(command.kind, Kind::Write(_)) && keeper.state().short.is_short() {
            return Err(Fault::gate("space_short"));
        }
        let open = open.filter(|_| policy.store == Store::Held);
        let value = match &command.kind {
            Kind::Gate(run) => run(&Context { keeper, now, open }, call.input)?,
            Kind::Read(_)
            | Kind::Draw(_)
            | Kind::Look { .. }
            | Kind::Write(_)
            | Kind::Repeat(_) => {
                let open = open.ok_or_else(|| Fault::gate("locked"))?;
                let act = open.act(now);
                on_desk(
                    command,
                    (&open.desk, &keeper.fonts),
                    &act,
                    call.op_id.as_deref(),
                    call.input,
                )?
            }
        };
        let changes = matches!(command.kind, Kind::Write(_) | Kind::Gate(_));
        if changes && policy.by == By::Person {
            keeper.touch();
        }
        Ok(Answer {
            value,
            touched: command.touched(),
            at: keeper.machine.now(),
        })
    }
}

/// Whether a command is open to whoever is signed in, as the desk stands.
fn allow(command: &Command, open: Option<&Open>) -> Result<(), Fault> {
    let opens = command.policy.opens;
    if opens == Opens::Always {
        return Ok(());
    }
    let open = open.ok_or_else(|| Fault::gate("locked"))?;
    let vault = open.desk.vault();
    // The decision about an alarm comes first: typing codes back and a new password
    // are written, and nothing is written before it.
    if vault.alarm().is_some() {
        if opens != Opens::DuringAlarm {
            return Err(Fault::gate("alarm_stands"));
        }
    } else if !vault.confirmed() && opens != Opens::Unconfirmed {
        return Err(Fault::gate("codes_not_confirmed"));
    } else if open.staff.must_change && opens != Opens::PasswordDue {
        return Err(Fault::gate("must_change_password"));
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

fn operation_id(op_id: Option<&str>) -> Result<&str, Fault> {
    op_id
        .filter(|id| uuid::Uuid::parse_str(id).is_ok())
        .ok_or_else(|| Fault::gate("operation_id_missing"))
}

fn on_desk(
    command: &Command,
    (desk, fonts): (&Desk, &Fonts),
    act: &Act,
    op_id: Option<&str>,
    input: Value,
) -> Result<Value, Fault> {
    match &command.kind {
        Kind::Read(run) => desk.read(act, |r| run(r, input)),
        Kind::Draw(run) => desk.read(act, |r| run(r, fonts, input)),
        Kind::Look { due, note, show } => {
            if desk.read(act, |r| due(r, input.clone()))? {
                desk.write(act, |w| {
                    note(w, input.clone())?;
                    show(&w.reading(), input.clone())
                })
            } else {
                desk.read(act, |r| show(r, input))
            }
        }
        Kind::Repeat(run) => desk.write(act, |w| run(w, input.clone())),
        Kind::Write(run) => {
            let operation = Operation {
                id: operation_id(op_id)?,
                command: command.name,
                // The keys of an object are sorted: the order of fields makes no other text.
                input: &input.to_string(),
            };
            let once = desk.write_once(act, &operation, |w| {
                Ok::<_, Fault>(run(w, input.clone())?.to_string())
            })?;
            let (Once::Done(answer) | Once::Before(answer)) = once;
            Ok(serde_json::from_str(&answer).unwrap_or(Value::Null))
        }
        Kind::Gate(_) => Ok(Value::Null),
    }
}
