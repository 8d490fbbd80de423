//! Writes the ledger of some days to a file; the journal knows of it before the file does.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use serde_json::json;

/// Flags with a value.
pub const FLAGS: &[&str] = &[
    "from",
    "to",
    "format",
    "out",
    "purpose",
    "receiver",
    "receiver-name",
    "reason",
    "language",
];
/// What a full export may be for.
const PURPOSES: &[&str] = &[
    "complaint",
    "statistics",
    "inspection",
    "handover",
    "person_request",
    "other",
];
/// Who may receive one.
const RECEIVERS: &[&str] = &["own_use", "superior", "department", "person", "other"];
/// Switches.
pub const SWITCHES: &[&str] = &["full"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let format = args.must("format")?;
    if !["csv", "xlsx", "pdf"].contains(&format) {
        return Err(Failure::usage(format!("--format csv|xlsx|pdf: {format}")));
    }
    let language = args.maybe("language").unwrap_or("zh");
    if !["zh", "en"].contains(&language) {
        return Err(Failure::usage(format!("--language zh|en: {language}")));
    }
    let input = json!({
        "purpose": one_of(args, "purpose", PURPOSES)?,
        "receiver": one_of(args, "receiver", RECEIVERS)?,
        "receiverName": args.maybe("receiver-name").unwrap_or_default(),
        "from": args.must("from")?,
        "to": args.must("to")?,
        "format": format,
        "language": language,
        "detail": if args.has("full") { "full" } else { "masked" },
        "reason": args.maybe("reason").unwrap_or_default(),
    });
    let out = args.path("out")?;
    let door = Door::open(args)?;
    // Taken first: an export that cannot be kept must not stand in the journal.
    let file = files::create(&out)?;
    match door.gateway().ledger_bytes(input) {
        Ok(made) => {
            files::fill(file, &out, &made.bytes)?;
            crate::lines::say(
                &json!({ "path": out.display().to_string(), "rows": made.rows, "seq": made.seq, "missing": made.missing }),
            );
            Ok(())
        }
        Err(problem) => {
            drop(file);
            let _ = std::fs::remove_file(&out);
            Err(problem.into())
        }
    }
}

/// A flag that may be missing and otherwise is one of a list.
fn one_of<'a>(args: &'a Args, name: &str, list: &[&str]) -> Result<Option<&'a str>, Failure> {
    match args.maybe(name) {
        Some(other) if !list.contains(&other) => Err(Failure::usage(format!(
            "--{name} {}: {other}",
            list.join("|")
        ))),
        given => Ok(given),
    }
}
