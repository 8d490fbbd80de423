//! Named steps: each says its name before it starts, the first that fails ends the run,
//! and the table at the end says where the time went.

use std::process::Command;
use std::time::{Duration, Instant};

/// Why a verb did not reach its end, as a sentence.
pub type Outcome<T = ()> = Result<T, String>;

/// What has been done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Runs a command whose output goes straight to the terminal.
    pub fn command(&mut self, name: &str, command: &mut Command) -> Outcome {
        self.step(name, || {
            let status = command.status();
            let status = status.map_err(|error| format!("{command:?} does not start: {error}"))?;
            if status.success() {
                Ok(())
            } else {
                Err(format!("step “{name}” failed ({status})"))
            }
        })
    }

    /// Runs anything that has a name.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        println!("\n▶ {name}");
        let started = Instant::now();
        let answer = work();
        self.done.push((name.to_owned(), started.elapsed()));
        answer
    }

    /// Prints the table.
    pub fn table(&self) {
        println!();
        for (name, took) in &self.done {
            println!("{:>8.1} s  {name}", took.as_secs_f64());
        }
        let all: Duration = self.done.iter().map(|(_, took)| *took).sum();
        println!("{:>8.1} s  altogether", all.as_secs_f64());
    }
}

/// What a command says, when it succeeds.
pub fn answer_of(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Cargo in the checkout: the same one that runs this.
pub fn cargo(args: &[&str]) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(crate::place::root())
        .env("CARGO_TARGET_DIR", crate::place::target())
        .args(args);
    cargo
}
