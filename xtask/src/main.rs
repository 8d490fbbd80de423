//! `cargo xtask run | test | moments | faults | supply | package`: everything a developer needs, without a manual.

mod bindings;
mod display;
mod faults;
mod moments;
mod package;
mod place;
mod provision;
mod run;
mod stamp;
mod steps;
mod supply;
mod test;
mod ui;

use std::process::ExitCode;
use steps::Steps;

const HELP: &str = "\
cargo xtask run [-- ARGS]   installs what is missing, builds, opens the window;
                            without a display it takes the tour and leaves pictures and papers
cargo xtask test            everything: format, lints, Rust, UI, the real window
cargo xtask moments [NAMES]  the journeys in the window at midnight, on holidays, in other zones
cargo xtask faults [--only NAME] [--seed NUMBER]
                            power cuts, killed processes, failing disks: the long figures
cargo xtask bindings        renews ui/src/ipc/generated.ts from the table of commands
cargo xtask supply          licences, bans, sources and advisories of what we stand on, alone
cargo xtask package         an installer for this system, and the bill of its materials";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let rest: Vec<String> = args.filter(|arg| arg != "--").collect();
    let mut steps = Steps::default();
    let done = match verb.as_str() {
        "run" => run::run(&mut steps, &rest),
        "test" => test::test(&mut steps),
        "moments" => moments::moments(&mut steps, &rest),
        "faults" => faults::long(&mut steps, &rest),
        "bindings" => bindings::bindings(&mut steps),
        "supply" => supply::check(&mut steps, supply::Lists::Renewed).map(|()| steps.table()),
        "package" => package::package(&mut steps),
        _ => {
            println!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            steps.table();
            eprintln!("\nxtask {verb}: {reason}");
            ExitCode::FAILURE
        }
    }
}
