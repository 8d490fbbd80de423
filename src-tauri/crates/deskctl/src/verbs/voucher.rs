//! Writes a voucher as a PDF; it counts as a print of that voucher.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use serde_json::{Value, json};

/// Flags with a value.
pub const FLAGS: &[&str] = &["number", "paper", "out", "language"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let paper = match args.must("paper")? {
        "a4" => "a4",
        "a5" => "a5",
        "80mm" => "roll80",
        other => return Err(Failure::usage(format!("--paper a4|a5|80mm: {other}"))),
    };
    let language = args.maybe("language").unwrap_or("zh");
    if !["zh", "en"].contains(&language) {
        return Err(Failure::usage(format!("--language zh|en: {language}")));
    }
    let (number, out) = (args.must("number")?, args.path("out")?);
    if out.exists() {
        return Err(Failure::file("file_exists", &out, &"--out"));
    }
    let door = Door::open_with_out(args, out)?;
    let booking = door.run("vouchers.verify", json!({ "scan": number }))?;
    let id = booking
        .pointer("/voucher/id")
        .and_then(Value::as_i64)
        .unwrap_or_default();
    let done = door.run(
        "vouchers.save",
        json!({ "id": id, "paper": paper, "language": language }),
    )?;
    crate::lines::say(&done);
    Ok(())
}
