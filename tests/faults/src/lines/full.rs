//! The disk is really full: a file system of four megabytes. The command says so, what
//! was answered is there, reading goes on, and once there is room so does the work.

use super::{Line, Stage};
use crate::base::{Base, gateway, sign_in};
use crate::checker::{Checker, PATIENCE};
use crate::crew::{Part, Tally, alone};
use crate::interpose::mount;
use crate::interpose::process::spawn;
use crate::judge::Ack;
use crate::look::Found;
use crate::scene::Files;
use crate::work::{self, STEPS};
use api::Call;
use std::path::Path;

pub const LINE: Line = Line {
    name: "disk full, then freed",
    short: 5,
    long: 20,
    run,
};

const MEGABYTES: u32 = 4;
/// With room for what is kept for a full disk.
const ROOMY: u32 = 24;
/// Rounds until the disk must have been full; more than fit.
const MOST_ROUNDS: usize = 60;
/// Rounds after there is room again.
const MORE_ROUNDS: usize = 1;

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| worker(stage, part))
}

/// What a child on the small disk tells at its end.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
enum Told {
    /// Small file systems may not be mounted here.
    NotPermitted(String),
    /// Acknowledged steps, the code when it was full, and what is on the disk.
    Full(Vec<Ack>, String, Box<Found>),
    /// Something that must not be.
    Wrong(String),
}

fn worker(stage: &Stage, part: Part) -> Result<Vec<Tally>, String> {
    let mut tally = Tally::default();
    let folder = stage.base.folder("small")?;
    let checker = Checker::new(&stage.base)?;
    for number in part.first..part.first + part.runs {
        // What is left over differs from run to run, so that different writes fail.
        let spare = 150_000 + 37_000 * usize::try_from(number % 8).unwrap_or(0);
        let child = spawn(|pipe| {
            let told = fill(&stage.base, &folder, spare, &checker);
            pipe.say(&told.unwrap_or_else(Told::Wrong));
        });
        let (lines, end) = child.hear(PATIENCE);
        let told = lines
            .last()
            .and_then(|line| serde_json::from_str(line).ok());
        match told {
            Some(Told::Full(acks, code, found)) => {
                let child = spawn(|pipe| pipe.say(&locked_out(&stage.base, &folder).err()));
                let (lines, end) = child.hear(PATIENCE);
                let wrong = lines
                    .last()
                    .and_then(|l| serde_json::from_str::<Option<String>>(l).ok());
                match wrong {
                    Some(None) => {}
                    Some(Some(words)) => {
                        tally.accuse(format!("run {number}: after locking: {words}"))
                    }
                    None => {
                        tally.accuse(format!("run {number}: after locking it ended with {end:?}"))
                    }
                }
                let verdict = stage.model.judge_beginning(&found, &acks);
                tally.count(&verdict);
                tally.reported += 1;
                if code != "store_full" || !verdict.is_clean() {
                    tally.accuse(format!("run {number}: {code}; {}", verdict.words()));
                }
            }
            Some(Told::NotPermitted(why)) => {
                println!("  a small disk can't be mounted here ({why}): left out");
                break;
            }
            Some(Told::Wrong(words)) => tally.accuse(format!("run {number}: {words}")),
            None => tally.accuse(format!("run {number}: the program ended with {end:?}")),
        }
    }
    Ok(vec![tally])
}

/// A disk that ran full over night: people sign in, look things up and lock, nothing new is
/// written, and once there is room so is everything.
fn locked_out(base: &Base, folder: &Path) -> Result<(), String> {
    let words = |error: std::io::Error| error.to_string();
    mount::small_disk(folder, ROOMY).map_err(words)?;
    base.files.lay_out(folder).map_err(words)?;
    let day = gateway(folder);
    sign_in(&day).map_err(|problem| format!("sign-in: {}", problem.code))?;
    day.tick();
    day.close();
    if !folder.join("reserve.bin").exists() {
        return Err("no room was kept".to_owned());
    }
    let ballast = folder.join("ballast");
    let mut file = std::fs::File::create(&ballast).map_err(words)?;
    while std::io::Write::write_all(&mut file, &[1; 512]).is_ok() {}
    drop(file);
    let morning = gateway(folder);
    for time in ["first", "again"] {
        sign_in(&morning).map_err(|problem| format!("{time} sign-in: {}", problem.code))?;
        work::Place::of(&morning).map_err(|error| format!("reading: {error}"))?;
        let mut answers = Vec::new();
        match work::run(&morning, &base.place, STEPS.len(), &mut answers) {
            Some(Err(problem)) if problem.code == "space_short" => {}
            other => return Err(format!("{time}: a write on a full disk: {other:?}")),
        }
        let lock = Call {
            command: "session.lock".to_owned(),
            input: serde_json::json!({}),
            op_id: None,
            at: None,
        };
        morning
            .call(lock)
            .map_err(|problem| format!("lock: {}", problem.code))?;
    }
    morning.close();
    std::fs::remove_file(&ballast).map_err(words)?;
    let later = gateway(folder);
    sign_in(&later).map_err(|problem| format!("sign-in with room: {}", problem.code))?;
    later.tick();
    let mut answers = Vec::new();
    match work::run(&later, &base.place, STEPS.len(), &mut answers) {
        Some(Ok(_)) if folder.join("reserve.bin").exists() => Ok(()),
        other => Err(format!("with room again: {other:?}")),
    }
}

fn fill(base: &Base, folder: &Path, spare: usize, checker: &Checker) -> Result<Told, String> {
    if let Err(error) = mount::small_disk(folder, MEGABYTES) {
        return Ok(Told::NotPermitted(error.to_string()));
    }
    let words = |error: std::io::Error| error.to_string();
    base.files.lay_out(folder).map_err(words)?;
    let used: usize = base.files.0.values().map(Vec::len).sum();
    let all = usize::try_from(MEGABYTES).unwrap_or(4) << 20;
    let ballast = folder.join("ballast");
    std::fs::write(&ballast, vec![1; all.saturating_sub(used + spare)]).map_err(words)?;
    let gateway = gateway(folder);
    sign_in(&gateway).map_err(|problem| format!("sign-in: {}", problem.code))?;
    let (mut answers, mut acks) = (Vec::new(), Vec::new());
    let mut full = None;
    let first = STEPS.len();
    for step in first..first + MOST_ROUNDS * STEPS.len() {
        match work::run(&gateway, &base.place, step, &mut answers) {
            Some(Ok(answer)) => acks.push((step, work::print(&answer))),
            Some(Err(problem)) => {
                full = Some((step, problem.code));
                break;
            }
            None => return Err(format!("step {step} could not be tried")),
        }
    }
    let (stopped, code) = full.ok_or("the disk never was full")?;
    work::Place::of(&gateway).map_err(|error| format!("reading on a full disk: {error}"))?;
    std::fs::remove_file(&ballast).map_err(words)?;
    let more = (stopped / STEPS.len() + 1 + MORE_ROUNDS) * STEPS.len();
    for step in stopped..more {
        match work::run(&gateway, &base.place, step, &mut answers) {
            Some(Ok(answer)) => acks.push((step, work::print(&answer))),
            other => return Err(format!("with room again, step {step}: {other:?}")),
        }
    }
    let left = Files::read(folder).map_err(words)?;
    Ok(Told::Full(acks, code, Box::new(checker.look(&left))))
}
