//! Twenty programs want one folder at the same moment: one gets it, the others are told.
//! When that one is killed, the folder is free for the next.

use super::{Line, Stage};
use crate::base::{ACCOUNT, Base, gateway, sign_in};
use crate::crew::{Part, Tally, alone};
use crate::interpose::process::{Child, fork, leave};
use std::path::Path;
use std::time::{Duration, Instant};
use vault::Folder;

pub const LINE: Line = Line {
    name: "20 instances at once",
    short: 10,
    long: 50,
    run,
};

const INSTANCES: usize = 20;
/// How soon the folder must be free after its owner was killed.
const FREE_WITHIN: Duration = Duration::from_secs(1);
const SIGNED_IN: &str = "\"in\"";

fn run(stage: &Stage, runs: u64) -> Vec<(String, Tally)> {
    alone(LINE.name, runs, stage.seed, |part| {
        worker(&stage.base, part)
    })
}

fn worker(base: &Base, part: Part) -> Result<Vec<Tally>, String> {
    let folder = base.folder("wanted")?;
    let mut tally = Tally::default();
    for number in part.first..part.first + part.runs {
        base.files
            .lay_out(&folder)
            .map_err(|error| error.to_string())?;
        tally.runs += 1;
        round(base, &folder, number, &mut tally);
    }
    Ok(vec![tally])
}

fn round(base: &Base, folder: &Path, number: u64, tally: &mut Tally) {
    let go = base.scratch.join(format!("go-{number}"));
    let mut all: Vec<Child> = Vec::new();
    for _ in 0..INSTANCES {
        match fork() {
            Ok(child) => all.push(child),
            Err(mut pipe) => {
                all.into_iter().for_each(std::mem::forget);
                while !go.exists() {
                    std::thread::sleep(Duration::from_millis(1));
                }
                let gateway = gateway(folder);
                match sign_in(&gateway) {
                    Ok(()) => pipe.say(&"in"),
                    Err(problem) => pipe.say(&problem.code),
                }
                // Whoever got it keeps it until it is killed.
                std::thread::sleep(Duration::from_secs(60));
                leave(0)
            }
        }
    }
    if std::fs::write(&go, ACCOUNT).is_err() {
        return tally.accuse("harness broken: no sign to start".to_owned());
    }
    let said: Vec<String> = all
        .iter_mut()
        .map(|child| child.hear_line(Duration::from_secs(30)).unwrap_or_default())
        .collect();
    let owners = said.iter().filter(|line| *line == SIGNED_IN).count();
    let told = said.iter().filter(|line| line.contains("in_use")).count();
    tally.reported += told as u64;
    if owners != 1 || owners + told != INSTANCES {
        tally.accuse(format!(
            "round {number}: {owners} owners, {told} told: {said:?}"
        ));
    }
    let killed = Instant::now();
    for (child, _) in all.iter().zip(&said).filter(|(_, line)| *line == SIGNED_IN) {
        child.kill();
    }
    while Folder::own(folder).is_err() {
        if killed.elapsed() > FREE_WITHIN {
            return tally.accuse(format!(
                "round {number}: not free after the owner was killed"
            ));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}
