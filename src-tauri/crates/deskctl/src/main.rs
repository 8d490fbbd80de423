//! The administrator's command line over the table of commands: results on standard
//! output, messages on standard error, an exit code for scripts.
//!
//! It owns files, arguments and the clock; what may be done is the gateway's business.

mod args;
mod door;
mod failure;
mod files;
mod fonts;
mod guard;
mod lines;
mod machine;
mod sentences;
mod verbs;

use args::Args;
use failure::Failure;
use std::process::ExitCode;

/// Memory is wiped when it is given back: what a command held is not left for whoever
/// reads the process after the desk was locked.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    guard::harden();
    let given: Vec<String> = std::env::args().skip(1).collect();
    let done = match given.first().map(String::as_str) {
        None | Some("help" | "--help" | "-h") => {
            lines::say(&args::USAGE);
            Ok(())
        }
        Some("--version" | "-V") => {
            lines::say(&format!("deskctl {}", env!("CARGO_PKG_VERSION")));
            Ok(())
        }
        Some(verb) => run(verb, given.get(1..).unwrap_or_default()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

fn run(verb: &str, rest: &[String]) -> Result<(), Failure> {
    if rest.iter().any(|a| a == "--help" || a == "-h") {
        lines::say(&args::USAGE);
        return Ok(());
    }
    let read = |flags, switches| Args::read(rest, flags, switches);
    match verb {
        "init" => verbs::init::run(&read(verbs::init::FLAGS, verbs::init::SWITCHES)?),
        "demo" => verbs::demo::run(&read(verbs::demo::FLAGS, &[])?),
        "commands" => verbs::commands::run(&read(&[], &["json"])?),
        "call" => verbs::call::run(&read(verbs::SIGNED_IN, &[])?),
        "session" => verbs::session::run(&read(verbs::SIGNED_IN, &[])?),
        "backup" => verbs::backup::run(&read(verbs::backup::FLAGS, &[])?),
        "verify" => verbs::verify::run(&read(verbs::verify::FLAGS, &[])?),
        "restore" => verbs::restore::run(&read(verbs::restore::FLAGS, verbs::restore::SWITCHES)?),
        "recover" => verbs::recover::run(&read(verbs::recover::FLAGS, &[])?),
        "verify-journal" => verbs::verify_journal::run(&read(verbs::verify_journal::FLAGS, &[])?),
        "voucher" => verbs::voucher::run(&read(verbs::voucher::FLAGS, &[])?),
        "ledger" => verbs::ledger::run(&read(verbs::ledger::FLAGS, verbs::ledger::SWITCHES)?),
        other => Err(Failure::usage(format!(
            "没有这个命令 / no such command: {other}"
        ))),
    }
}
