//! Random input to every command, as everybody and as nobody. No panic, no answer
//! without a known code, and whoever is refused has changed nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "what tests are built of"
)]

use crate::desk::{PASSWORD, STAFF, TestDesk, digest, new_op_id};
use crate::shapes::{Mood, Shapes, junk};
use api::{Answer, Call, CommandLine, Problem};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// These derive keys or end sessions: each costs a thousand others.
const SLOW: &[&str] = &[
    "session.",
    "setup.",
    "staff.",
    "recovery.",
    "keys.",
    "backups.",
    "alarm.",
];
/// Their failures are noted by design: the attempt itself, or what became of a paper.
const NOTED: &[&str] = &["session.", "recovery.", "setup.", "backups.", "alarm."];

/// So many inputs come to one desk before the next is set up.
const DESK: u64 = 1_500;

/// What came of it.
#[derive(Debug, Default)]
pub struct Tally {
    /// Inputs sent.
    pub sent: u64,
    /// Answered with a value.
    pub answered: u64,
    /// Refused by the gate: nobody there, or no right.
    pub barred: u64,
    /// Refused by a rule or by the shape.
    pub refused: u64,
    /// What must not be: a panic, an unknown code, an effect of something refused.
    pub faults: Vec<String>,
}

/// Sends `count` inputs, a fifth as each role and a fifth as nobody; the same for the same seed.
pub fn pelt(count: u64, seed: u64) -> Tally {
    let mut tally = Tally::default();
    let quiet = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let everybody = STAFF.iter().map(|(no, _, role)| Some((*no, *role)));
    for (n, who) in (0..).zip(std::iter::once(None).chain(everybody)) {
        let mut pelting = Pelting::new(who, seed.wrapping_mul(31).wrapping_add(n));
        pelting.run(count / 5, &mut tally);
    }
    std::panic::set_hook(quiet);
    tally
}

struct Pelting {
    who: Option<(&'static str, &'static str)>,
    desk: TestDesk,
    shapes: Shapes,
    /// Commands with their input's type, each as often as it shall come.
    barred: Vec<CommandLine>,
    open: Vec<CommandLine>,
    dice: StdRng,
    head: Value,
}

impl Pelting {
    fn new(who: Option<(&'static str, &'static str)>, seed: u64) -> Self {
        let rights = rights();
        let (barred, open) = api::command_lines()
            .into_iter()
            .partition(|line| match who {
                None => !NOTED.iter().any(|free| line.name.starts_with(free)),
                Some((_, role)) => line
                    .right
                    .is_some_and(|right| !rights[role].contains(&right.to_owned())),
            });
        let mut pelting = Self {
            who,
            desk: TestDesk::training(),
            shapes: Shapes::of_the_table(),
            barred,
            open,
            dice: StdRng::seed_from_u64(seed),
            head: Value::Null,
        };
        pelting.arrive();
        pelting
    }

    /// Signs the person in, on a new desk when this one no longer lets them in.
    fn arrive(&mut self) {
        self.desk
            .machine()
            .set(self.desk.machine().at() + 11 * 60_000);
        match self.who {
            None => drop(self.desk.answer("session.sign_out", json!({}))),
            Some((no, _)) => {
                if self.desk.sign_in(no, PASSWORD).is_err() {
                    self.desk = TestDesk::training();
                    self.desk.as_staff(no);
                }
            }
        }
        self.head = self.state()["journal"].clone();
    }

    fn state(&self) -> Value {
        self.desk.call("session.state", json!({}))
    }

    fn run(&mut self, count: u64, tally: &mut Tally) {
        // Barred commands first, in batches between which no file may change.
        let barred = if self.barred.is_empty() { 0 } else { count / 2 };
        for batch in batches(barred) {
            let before = digest(&self.desk.data());
            for _ in 0..batch {
                self.barred_once(tally);
            }
            if digest(&self.desk.data()) != before {
                tally.faults.push(format!(
                    "as {:?}: a refused call changed a file of the desk",
                    self.who
                ));
            }
        }
        for n in barred..count {
            // A desk on which thousands wait answers slowly and proves nothing more.
            if n % DESK == 0 {
                self.leave_whole(tally);
                self.desk = TestDesk::training();
                self.arrive();
            }
            self.open_once(tally);
        }
        self.leave_whole(tally);
    }

    /// Whatever was sent, the journal's chain holds.
    fn leave_whole(&self, tally: &mut Tally) {
        let whole = self.desk.answer("session.verify_journal", json!({}));
        if let (Some(_), Ok(verdict)) = (self.who, whole)
            && !verdict.value["brokenAt"].is_null()
        {
            tally.faults.push(format!(
                "as {:?}: the chain is broken: {}",
                self.who, verdict.value
            ));
        }
    }

    fn barred_once(&mut self, tally: &mut Tally) {
        let line = self.pick(true);
        let input = self.input(&line);
        let wanted = if self.who.is_some() {
            "no_right"
        } else {
            "locked"
        };
        match self.send(&line, &input, tally) {
            Some(Err(problem)) if problem.code == wanted => tally.barred += 1,
            Some(other) => tally.faults.push(format!(
                "as {:?}: {} is not barred: {other:?}",
                self.who, line.name
            )),
            None => {}
        }
    }

    fn open_once(&mut self, tally: &mut Tally) {
        let line = self.pick(false);
        let input = self.input(&line);
        let answer = self.send(&line, &input, tally);
        let noted =
            NOTED.iter().any(|part| line.name.starts_with(part)) || BACKED_UP.contains(&line.name);
        let state = self.state();
        match answer {
            Some(Ok(_)) => tally.answered += 1,
            Some(Err(problem)) => {
                tally.refused += 1;
                if !self.shapes.knows(&problem.code) {
                    tally
                        .faults
                        .push(format!("{}: no sentence for {}", line.name, problem.code));
                }
                if state["journal"] != self.head && !noted && !of_the_machine(&problem.code) {
                    tally.faults.push(format!(
                        "{} {input}: refused ({}) and noted",
                        line.name, problem.code
                    ));
                }
            }
            None => {}
        }
        self.head = state["journal"].clone();
        let here = state["staff"]["no"].as_str();
        if here != self.who.map(|(no, _)| no)
            || state["staff"]["mustChange"] == true
            || state["phase"] == "confirming"
        {
            self.arrive();
        }
    }

    fn pick(&mut self, barred: bool) -> CommandLine {
        let lines = if barred { &self.barred } else { &self.open };
        loop {
            let line = &lines[self.dice.random_range(0..lines.len())];
            let slow = !barred && SLOW.iter().any(|part| line.name.starts_with(part));
            if !slow
                || self.dice.random_ratio(1, 60)
                || lines
                    .iter()
                    .all(|l| SLOW.iter().any(|p| l.name.starts_with(p)))
            {
                return line.clone();
            }
        }
    }

    fn input(&mut self, line: &CommandLine) -> Value {
        match self.dice.random_range(0..10) {
            0..3 => self
                .shapes
                .value(&line.input, Mood::Plausible, &mut self.dice),
            3..7 => self
                .shapes
                .value(&line.input, Mood::Hostile, &mut self.dice),
            7..9 => self.shapes.broken(&line.input, &mut self.dice),
            _ => junk(&mut self.dice, 0),
        }
    }

    fn send(
        &mut self,
        line: &CommandLine,
        input: &Value,
        tally: &mut Tally,
    ) -> Option<Result<Answer, Problem>> {
        tally.sent += 1;
        let op_id = match self.dice.random_range(0..20) {
            0 => None,
            1 => Some("not an id".to_owned()),
            _ => Some(new_op_id()),
        };
        let call = Call {
            command: line.name.to_owned(),
            input: input.clone(),
            op_id,
            at: None,
        };
        let gateway = self.desk.gateway();
        let answered = catch_unwind(AssertUnwindSafe(|| gateway.call(call)));
        if answered.is_err() {
            tally.faults.push(format!("{} {input}: a panic", line.name));
        }
        answered.ok()
    }
}

/// What the desk itself says each role may do.
pub fn rights() -> BTreeMap<String, Vec<String>> {
    let desk = TestDesk::training();
    let of = |(no, _, role): &(&str, &str, &str)| {
        let state = desk.as_staff(no).call("session.state", json!({}));
        let rights = state["rights"].as_array().unwrap();
        (
            (*role).to_owned(),
            rights
                .iter()
                .map(|r| r.as_str().unwrap().to_owned())
                .collect(),
        )
    };
    STAFF.iter().map(of).collect()
}

/// Before these a backup is made, which is noted, even when a rule refuses them then.
const BACKED_UP: &[&str] = &["retention.destroy"];

/// A paper that did not come out is noted: somebody tried to take something with them.
fn of_the_machine(code: &str) -> bool {
    ["file_", "print", "no_printer", "paper_", "store_"]
        .iter()
        .any(|part| code.starts_with(part))
}

fn batches(count: u64) -> impl Iterator<Item = u64> {
    const SIZE: u64 = 500;
    (0..count.div_ceil(SIZE)).map(move |n| SIZE.min(count - n * SIZE))
}
