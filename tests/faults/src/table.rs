//! The command line, and the one table everything ends in.

use crate::base::Base;
use crate::checker::Checker;
use crate::crew::Tally;
use crate::judge::Model;
use crate::lines::{LINES, Stage, power};
use crate::work::STEPS;
use std::process::ExitCode;
use std::time::Instant;

struct Wish {
    long: bool,
    only: Option<String>,
    seed: u64,
    scale: f64,
}

const HELP: &str = "faults [--long] [--only NAME] [--seed NUMBER]";

impl Wish {
    fn read() -> Option<Self> {
        let scale = std::env::var("SHOUWEN_FAULTS_SCALE").ok();
        let mut wish = Self {
            long: false,
            only: None,
            seed: 20_261_123,
            scale: scale.and_then(|scale| scale.parse().ok()).unwrap_or(1.0),
        };
        let mut args = std::env::args().skip(1);
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--long" => wish.long = true,
                "--only" => wish.only = Some(args.next()?),
                "--seed" => wish.seed = args.next()?.parse().ok()?,
                _ => return None,
            }
        }
        Some(wish)
    }

    fn runs(&self, short: u64, long: u64) -> u64 {
        let runs = if self.long { long } else { short };
        if self.scale >= 1.0 {
            return runs;
        }
        let less = (runs as f64 * self.scale).ceil();
        less as u64
    }
}

/// Runs the wished lines and prints the table.
pub fn main() -> ExitCode {
    let Some(wish) = Wish::read() else {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    };
    println!(
        "seed {} on {} cores (the same again with --seed {0} on as many; kills by the clock differ)",
        wish.seed,
        crate::crew::cores()
    );
    let scratch = std::env::temp_dir().join(format!("shouwen-faults-{}", std::process::id()));
    let done = rows(&wish, &scratch);
    // A folder that stays behind is only untidy.
    drop(std::fs::remove_dir_all(&scratch));
    match done {
        Ok(rows) => print(&rows),
        Err(words) => {
            eprintln!("harness broken: {words}");
            ExitCode::FAILURE
        }
    }
}

struct Row {
    name: String,
    tally: Tally,
    seconds: f64,
}

fn rows(wish: &Wish, scratch: &std::path::Path) -> Result<Vec<Row>, String> {
    let words = |error: std::io::Error| error.to_string();
    std::fs::create_dir_all(scratch).map_err(words)?;
    let base = Base::make(scratch.canonicalize().map_err(words)?)?;
    let model = learn(&base)?;
    let seed = wish.seed;
    let stage = Stage { base, model, seed };
    let asked = |name: &str| {
        wish.only
            .as_ref()
            .is_none_or(|only| name.contains(only.as_str()))
    };
    let mut rows = Vec::new();
    for line in LINES.iter().filter(|line| asked(line.name)) {
        let started = Instant::now();
        let runs = wish.runs(line.short, line.long);
        println!("▶ {}: {runs}", line.name);
        let mut seconds = 0.0;
        for (number, (name, tally)) in (line.run)(&stage, runs).into_iter().enumerate() {
            if number == 0 {
                seconds = started.elapsed().as_secs_f64();
            }
            let held = if tally.wrong.is_empty() {
                "holds"
            } else {
                "FAILS"
            };
            if number == 0 {
                println!("  {held} after {seconds:.1} s");
            }
            rows.push(Row {
                name,
                tally,
                seconds,
            });
            seconds = 0.0;
        }
    }
    if rows.is_empty() {
        let names: Vec<&str> = LINES.iter().map(|line| line.name).collect();
        return Err(format!("no such line; there are: {}", names.join(", ")));
    }
    Ok(rows)
}

/// One round without faults, looked at after every step.
fn learn(base: &Base) -> Result<Model, String> {
    let recording = power::record(base, 1)?;
    let timeline = &recording.timeline;
    let acknowledged =
        |event: &crate::disk::Event| matches!(event, crate::disk::Event::Acknowledged(_));
    let events = timeline.events.iter().enumerate();
    let cuts: Vec<usize> = events
        .filter(|(_, event)| acknowledged(event))
        .map(|(number, _)| number + 1)
        .collect();
    let checker = Checker::new(base)?;
    let looks = cuts.iter().map(|cut| checker.look(&timeline.whole(*cut)));
    let found: Vec<_> = looks.collect();
    let model = Model::learn(&found);
    let last = found.last().cloned().unwrap_or_default();
    let verdict = model.judge_beginning(&last, &recording.acks);
    if model.adds.len() == STEPS.len() && verdict.is_clean() {
        Ok(model)
    } else {
        Err(format!("without any fault: {}", verdict.words()))
    }
}

fn print(rows: &[Row]) -> ExitCode {
    let width = rows
        .iter()
        .map(|row| row.name.chars().count())
        .max()
        .unwrap_or(0)
        .max(5);
    println!(
        "\n{:width$} | {:>6} | {:>5} | {:>7} | {:>10} | {:>8} | {:7} | {:>7}",
        "fault", "runs", "lost", "damaged", "unreadable", "reported", "verdict", "seconds"
    );
    for row in rows {
        let Tally {
            runs,
            lost,
            damaged,
            unreadable,
            reported,
            wrong,
        } = &row.tally;
        let verdict = if wrong.is_empty() { "holds" } else { "FAILS" };
        println!(
            "{:width$} | {runs:>6} | {lost:>5} | {damaged:>7} | {unreadable:>10} | {reported:>8} | {verdict:7} | {:>7.1}",
            row.name, row.seconds
        );
    }
    let seconds: f64 = rows.iter().map(|row| row.seconds).sum();
    println!("{seconds:.1} seconds altogether");
    let mut failed = false;
    for row in rows {
        for words in &row.tally.wrong {
            failed = true;
            println!("  {}: {words}", row.name);
        }
    }
    if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
