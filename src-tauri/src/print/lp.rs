//! CUPS through `lp`, on Linux and macOS. The PDF goes in by standard input, so no
//! readable copy of it is left on the disk.

use super::forget;
use api::{Media, PrintJob, SpoolFault};
use std::io::{ErrorKind, Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A spooler on this machine answers at once; one that does not is not waited for.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn spool(job: &PrintJob<'_>) -> Result<String, SpoolFault> {
    let printer = match job.printer {
        Some(name) => Some(name.to_owned()),
        None => the_only_printer()?,
    };
    let mut lp = Command::new("lp");
    if let Some(printer) = &printer {
        lp.args(["-d", printer]);
    }
    lp.args([
        "-n",
        &job.copies.max(1).to_string(),
        "-t",
        &title(job.title),
        "-o",
        media(job.media),
    ]);
    // No page before or after: it would lie in the tray with the name of whoever printed.
    lp.args(["-o", "job-sheets=none"]);
    let said = run(lp, job.pdf)?;
    let id = request_id(&said).ok_or(SpoolFault::Refused(said))?;
    let job = id.clone();
    std::thread::spawn(move || forget::when_done(&job, completed));
    Ok(id)
}

fn completed() -> Option<String> {
    let mut ask = Command::new("lpstat");
    ask.args(["-W", "completed", "-o"]);
    run(ask, &[]).ok()
}

/// A machine with one printer often has no default one: then it is that one. `None` leaves
/// the choice to the spooler's default.
fn the_only_printer() -> Result<Option<String>, SpoolFault> {
    let mut ask = Command::new("lpstat");
    ask.arg("-e");
    let names = run(ask, &[])?;
    let mut names = names.lines().map(str::trim).filter(|name| !name.is_empty());
    match (names.next(), names.next()) {
        (None, _) => Err(SpoolFault::NoPrinter),
        (Some(only), None) => Ok(Some(only.to_owned())),
        (Some(_), Some(_)) => Ok(None),
    }
}

/// Runs a spooler's command in the language its answers are read in.
fn run(mut command: Command, input: &[u8]) -> Result<String, SpoolFault> {
    let spawned = command
        .env("LC_ALL", "C.UTF-8")
        .env("LANGUAGE", "en")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match spawned {
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(SpoolFault::NotSupported),
        Err(error) => return Err(SpoolFault::Refused(error.to_string())),
        Ok(child) => child,
    };
    if let Some(mut stdin) = child.stdin.take() {
        // A command that has already refused does not read: its own words say why.
        let _ = stdin.write_all(input);
    }
    let succeeded = wait(&mut child)?;
    let (mut said, mut complaint) = (String::new(), String::new());
    if let Some(mut out) = child.stdout.take() {
        let _ = out.read_to_string(&mut said);
    }
    if let Some(mut err) = child.stderr.take() {
        let _ = err.read_to_string(&mut complaint);
    }
    if succeeded {
        Ok(said)
    } else {
        Err(fault(complaint))
    }
}

fn wait(child: &mut Child) -> Result<bool, SpoolFault> {
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status.success()),
            Ok(None) if started.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10))
            }
            Ok(None) => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(SpoolFault::Refused("no answer in time".to_owned()));
            }
            Err(error) => return Err(SpoolFault::Refused(error.to_string())),
        }
    }
}

fn fault(complaint: String) -> SpoolFault {
    let no_printer = [
        "no default destination",
        "does not exist",
        "No destinations",
    ];
    if no_printer.iter().any(|words| complaint.contains(words)) {
        SpoolFault::NoPrinter
    } else {
        SpoolFault::Refused(complaint)
    }
}

/// `request id is Desk-12 (0 file(s))` → `Desk-12`.
fn request_id(said: &str) -> Option<String> {
    let rest = said.split("request id is ").nth(1)?;
    let id = rest.split_whitespace().next()?;
    id.rsplit_once('-')
        .filter(|(_, number)| number.parse::<u64>().is_ok())?;
    Some(id.to_owned())
}

const fn media(media: Media) -> &'static str {
    match media {
        Media::A4 => "media=A4",
        Media::A5 => "media=A5",
        Media::Roll80 => "media=Custom.80x297mm",
    }
}

/// Spoolers keep a title on one short line.
fn title(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_control())
        .take(100)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{SpoolFault, fault, request_id};

    #[test]
    fn only_a_request_id_counts_as_taken() {
        assert_eq!(
            request_id("request id is Front-Desk-12 (0 file(s))\n").as_deref(),
            Some("Front-Desk-12")
        );
        assert_eq!(request_id("request id is Desk"), None);
        assert_eq!(request_id(""), None);
    }

    #[test]
    fn a_missing_printer_is_told_from_a_refusal() {
        assert!(matches!(
            fault("lp: Error - no default destination available.".to_owned()),
            SpoolFault::NoPrinter
        ));
        assert!(matches!(
            fault("lp: Error - The printer or class does not exist.".to_owned()),
            SpoolFault::NoPrinter
        ));
        assert!(matches!(
            fault("lp: Destination \"Desk\" is not accepting jobs.".to_owned()),
            SpoolFault::Refused(_)
        ));
    }
}
