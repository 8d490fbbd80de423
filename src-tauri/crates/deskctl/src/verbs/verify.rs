//! Checks a backup: by the desk it belongs to, or on its own by restoring it into a
//! folder that goes afterwards.

use super::restore::{Secret, chosen, into};
use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::machine::Exports;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Flags with a value.
pub const FLAGS: &[&str] = &["backup", "code-file"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let found = match (args.maybe("data"), args.maybe("code-file")) {
        (Some(_), None) => by_desk(args)?,
        _ => alone(args)?,
    };
    crate::lines::say(&found);
    Ok(())
}

fn by_desk(args: &Args) -> Result<Value, Failure> {
    let door = Door::open(args)?;
    let backup = chosen(&door, args)?;
    let input = json!({ "name": backup.get("name"), "place": "chosen" });
    door.run_long("backups.verify", input)
}

fn alone(args: &Args) -> Result<Value, Failure> {
    let secret = Secret::read(args)?;
    let scratch = Scratch::make()?;
    let door = Door::on(args, scratch.0.clone(), Exports::Folder(".".into()))?;
    let found = into(&door, args, &secret, "verify");
    drop(door);
    found
}

/// A folder nobody else has; what lies in it is encrypted, and goes.
struct Scratch(PathBuf);

impl Scratch {
    fn make() -> Result<Self, Failure> {
        let path = std::env::temp_dir().join(format!("shouwen-verify-{}", uuid::Uuid::now_v7()));
        match std::fs::create_dir(&path) {
            Ok(()) => Ok(Self(path)),
            Err(error) => Err(Failure::file("file_failed", &path, &error)),
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
