//! What changes who opens the desk stands in two files, key file and database. Whatever
//! comes between, both speak of the same state: that before when an error was answered,
//! that after when a value was, one of the two when nothing was. It is judged from
//! outside only: who comes in with which secret, and what the list of staff says.

mod case;
mod ops;
mod probe;

use super::{Line, Stage};
use crate::checker::PATIENCE;
use crate::crew::{Tally, broken, share};
use crate::disk::{Flushes, Loss};
use crate::interpose::layer;
use crate::interpose::plan::{Answer, Kind, Plan};
use crate::interpose::process::{End, spawn};
use crate::scene::Files;
use case::{Case, Which};
use ops::{OPS, Op};
use probe::{Seen, look};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

pub const FAILED: Line = Line {
    name: "commit error of key operations",
    short: 36,
    long: 4_000,
    run: |stage, runs| sweep(stage, runs, OPS, FAILED.name),
};
pub const CUT: Line = Line {
    name: "power cut during key operations",
    short: 18,
    long: 3_000,
    run: |stage, runs| cut(stage, runs, OPS, CUT.name),
};
pub const SET_UP: Line = Line {
    name: "set-up killed at every file operation",
    short: 12,
    long: 2_000,
    run: |stage, runs| sweep(stage, runs, &[Op::SetUp], SET_UP.name),
};
pub const ENTRIES: Line = Line {
    name: "directory entries lost at set-up",
    short: 12,
    long: 2_000,
    run: |stage, runs| cut(stage, runs, &[Op::SetUp], ENTRIES.name),
};

/// What comes between, and from where it is looked at afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blow {
    /// No room, once; the same program goes on.
    Full,
    /// The disk fails, once; the program is started anew.
    Broken,
    /// The process is killed; the program is started anew.
    Killed,
}

const BLOWS: [Blow; 3] = [Blow::Full, Blow::Broken, Blow::Killed];

/// What a child tells.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
enum Told {
    /// It could not even begin.
    NotBegun(String),
    /// The code of the refusal, if it was one; whether the fault came; and how the desk
    /// looks in the same program.
    Answered(Option<String>, bool, Option<Seen>),
}

/// One run of a sweep: which operation, where, what.
type Point = (usize, u64, Blow);

fn cases(stage: &Stage, ops: &[Op]) -> Result<Vec<Case>, String> {
    let made = ops.iter().map(|op| Case::make(&stage.base, *op));
    made.collect()
}

/// Every file operation of each, once with each blow; or as many of them, spread evenly.
fn sweep(stage: &Stage, runs: u64, ops: &[Op], name: &str) -> Vec<(String, Tally)> {
    // Made before the work is shared out: secrets are stretched once.
    let cases = match cases(stage, ops) {
        Ok(cases) => cases,
        Err(words) => return vec![(name.to_owned(), broken(&words))],
    };
    let points = points(&cases, runs);
    let runs = points.len() as u64;
    let tallies = share(runs, stage.seed, |part| {
        let mut tallies = vec![Tally::default(); cases.len()];
        for number in part.first..part.first + part.runs {
            let (op, nth, blow) = points[usize::try_from(number).unwrap_or(0)];
            strike(stage, &cases[op], nth, blow, &mut tallies[op])?;
        }
        Ok(tallies)
    });
    rows(name, &cases, tallies)
}

/// As many as are wished, the same number of each operation while it has so many; the
/// rest falls to those that have more.
fn points(cases: &[Case], runs: u64) -> Vec<Point> {
    let blows = BLOWS.len();
    let mut sizes: Vec<(usize, usize)> = cases
        .iter()
        .enumerate()
        .map(|(number, case)| (case.places.len() * blows, number))
        .collect();
    sizes.sort_unstable();
    let mut left = usize::try_from(runs).unwrap_or(usize::MAX);
    let mut points = Vec::new();
    for (done, (size, number)) in sizes.iter().enumerate() {
        let some = (left / (sizes.len() - done)).min(*size);
        left -= some;
        points.extend((0..some).map(|run| {
            let at = run * size / some;
            (*number, (at / blows) as u64, BLOWS[at % blows])
        }));
    }
    // Each worker is given a half of every operation: some take far longer than others.
    let (even, odd): (Vec<_>, Vec<_>) = points
        .into_iter()
        .enumerate()
        .partition(|(n, _)| n % 2 == 0);
    even.into_iter()
        .chain(odd)
        .map(|(_, point)| point)
        .collect()
}

/// All together, and on lines of their own those that do not hold.
fn rows(name: &str, cases: &[Case], tallies: Vec<Tally>) -> Vec<(String, Tally)> {
    let (mut sum, mut rows) = (Tally::default(), Vec::new());
    for (case, tally) in cases.iter().zip(tallies) {
        let mut part = tally.clone();
        if !tally.wrong.is_empty() && cases.len() > 1 {
            part.wrong = vec![format!("{:?} does not hold", case.op)];
            rows.push((format!("… of these, {:?}", case.op), tally));
        }
        sum.add(part);
    }
    rows.insert(0, (name.to_owned(), sum));
    rows
}

fn strike(
    stage: &Stage,
    case: &Case,
    nth: u64,
    blow: Blow,
    tally: &mut Tally,
) -> Result<(), String> {
    let folder = stage.base.folder("secrets")?;
    let words = |error: std::io::Error| error.to_string();
    case.start.files.lay_out(&folder).map_err(words)?;
    layer::watch(&folder);
    let child = spawn(|pipe| {
        let desk = match case.op.begin(&folder) {
            Ok(desk) => desk,
            Err(code) => return pipe.say(&Told::NotBegun(code)),
        };
        layer::plan(Some(plan(nth, blow)));
        let told = case.op.act(&desk, &case.start);
        let struck = layer::hits() > 0;
        layer::plan(None);
        let seen = (blow == Blow::Full).then(|| look(&desk, &case.probes));
        pipe.say(&Told::Answered(told.err(), struck, seen));
        // The session ends as with a kill: no closing writes what was not written.
        crate::interpose::process::leave(0);
    });
    let (lines, end) = child.hear(PATIENCE);
    layer::leave();
    let told = lines
        .last()
        .and_then(|line| serde_json::from_str(line).ok());
    let place = case.places.get(usize::try_from(nth).unwrap_or(0));
    let place = format!(
        "{:?}, {blow:?} at {nth} of {}, {}",
        case.op,
        case.places.len(),
        place.map_or("?", String::as_str)
    );
    let (answer, seen) = match (told, end) {
        (Some(Told::Answered(_, false, _)), _) => {
            return Err(format!("{place}: the fault never came"));
        }
        (Some(Told::Answered(refused, true, seen)), End::Code(0)) => (Some(refused), seen),
        (None, End::Signal(_)) if blow == Blow::Killed => (None, None),
        (told, end) => {
            tally.runs += 1;
            tally.accuse(format!("{place}: the program ended with {end:?}, {told:?}"));
            return Ok(());
        }
    };
    let seen = match seen {
        Some(seen) => seen,
        None => case.look(&stage.base, &Files::read(&folder).map_err(words)?),
    };
    judge(case, answer, &seen, &place, tally);
    Ok(())
}

fn plan(nth: u64, blow: Blow) -> Plan {
    Plan {
        kind: Kind::Change,
        nth,
        answer: match blow {
            Blow::Full => Answer::Half(libc::ENOSPC),
            Blow::Broken => Answer::Fail(libc::EIO),
            Blow::Killed => Answer::HalfAndDie,
        },
        for_good: false,
        file: "",
    }
}

/// `answer`: none, a value, or a refusal with its code.
fn judge(case: &Case, answer: Option<Option<String>>, seen: &Seen, place: &str, tally: &mut Tally) {
    tally.runs += 1;
    tally.reported += u64::from(matches!(answer, Some(Some(_))));
    let which = case.judge(seen);
    let said = match &answer {
        None => "no answer".to_owned(),
        Some(None) => "answered".to_owned(),
        Some(Some(code)) => format!("refused with {code}"),
    };
    match (which, answer) {
        (Which::Old, None | Some(Some(_))) | (Which::New, None | Some(None)) => {}
        // It says itself that nobody can tell.
        (Which::New, Some(Some(code))) if code == "keys_unsure" => {}
        (Which::Old, Some(None)) => {
            tally.lost += 1;
            tally.accuse(format!("{place}: answered, and everything is as before"));
        }
        (Which::New, Some(Some(_))) => {
            tally.damaged += 1;
            tally.accuse(format!("{place}: {said}, and it is in force all the same"));
        }
        (Which::Neither(words), _) => {
            tally.damaged += 1;
            tally.accuse(format!(
                "{place}: {said}, and neither before nor after: {words}"
            ));
        }
    }
}

/// The power fails in the middle of each; what of the entries of folders was not flushed
/// is lost or there. The control leaves all flushes of folders out.
fn cut(stage: &Stage, runs: u64, ops: &[Op], name: &str) -> Vec<(String, Tally)> {
    let cases = match cases(stage, ops) {
        Ok(cases) => cases,
        Err(words) => return vec![(name.to_owned(), broken(&words))],
    };
    let tallies = share(runs, stage.seed, |part| {
        let mut dice = StdRng::seed_from_u64(part.seed);
        let mut tallies = vec![Tally::default(); cases.len() + 1];
        for number in part.first..part.first + part.runs {
            let op = usize::try_from(number).unwrap_or(0) % cases.len();
            unplug(
                stage,
                &cases[op],
                Flushes::Real,
                &mut dice,
                &mut tallies[op],
            );
            if number % CONTROL == 0 {
                let mut control = Tally::default();
                unplug(
                    stage,
                    &cases[op],
                    Flushes::NoFolders,
                    &mut dice,
                    &mut control,
                );
                control.wrong.clear();
                tallies[cases.len()].add(control);
            }
        }
        Ok(tallies)
    });
    let mut control = tallies.get(cases.len()).cloned().unwrap_or_default();
    if control.lost + control.damaged == 0 {
        control.accuse("harness broken: without flushes of folders nothing was lost".to_owned());
    }
    let mut rows = rows(name, &cases, tallies);
    rows.push((
        "… control: without flushes of folders it must lose".to_owned(),
        control,
    ));
    rows
}

/// One run in so many is also made with the control's flushes.
const CONTROL: u64 = 2;

fn unplug(stage: &Stage, case: &Case, flushes: Flushes, dice: &mut StdRng, tally: &mut Tally) {
    let events = case.timeline.events.len();
    let cut = match flushes {
        // What was answered is there to be lost.
        Flushes::NoFolders => events,
        _ => case.timeline.somewhere(case.first, dice),
    };
    let losses = [Loss::Drop, Loss::Some, Loss::Tear];
    let loss = losses[dice.random_range(0..losses.len())];
    let files = case.timeline.after(cut, loss, flushes, dice);
    let answered = case.timeline.acknowledged(cut) == Some(case::DONE);
    let seen = case.look(&stage.base, &files);
    let place = format!("{:?}, {loss:?} before event {cut} of {events}", case.op);
    judge(case, answered.then_some(None), &seen, &place, tally);
}
