//! Fills a training folder with made-up visitors and days.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use api::Demo;
use serde_json::json;

/// Flags with a value.
pub const FLAGS: &[&str] = &["visitors", "days", "seed", "staff-password-file"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let staff_password = args
        .maybe("staff-password-file")
        .map(|path| files::password(std::path::Path::new(path)))
        .transpose()?;
    let demo = Demo {
        visitors: args.number("visitors")?,
        days: args.number("days")?,
        seed: args.number("seed")?,
        staff_password: staff_password.as_ref().map(|p| p.as_str()),
    };
    let done = Door::open(args)?.gateway().demo(&demo)?;
    crate::lines::say(&json!(done));
    Ok(())
}
