//! Makes a backup of a desk, and copies it elsewhere when asked to.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufReader, Read, copy};
use std::path::{Path, PathBuf};

/// Flags with a value.
pub const FLAGS: &[&str] = &["out"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let door = Door::open(args)?;
    let mut made = door.run_long("backups.make", json!({}))?;
    let name = made.get("name").and_then(Value::as_str).unwrap_or_default();
    let own = args.path("data")?.join("backups").join(name);
    let path = match args.maybe("out") {
        Some(folder) => copy_out(&own, &PathBuf::from(folder).join(name))?,
        None => own,
    };
    if let Some(made) = made.as_object_mut() {
        made.insert("path".to_owned(), json!(path.display().to_string()));
    }
    crate::lines::say(&made);
    Ok(())
}

/// A copy counts once it was read again.
fn copy_out(own: &Path, to: &Path) -> Result<PathBuf, Failure> {
    let failed = |error: std::io::Error| Failure::file("file_failed", to, &error);
    let mut target = files::create(to)?;
    let copied = File::open(own)
        .and_then(|mut source| copy(&mut source, &mut target))
        .and_then(|_| target.sync_all())
        .and_then(|()| same(own, to));
    match copied {
        Ok(true) => Ok(to.to_owned()),
        Ok(false) => {
            let _ = std::fs::remove_file(to);
            Err(Failure::file("copy_differs", to, &name_of(own)))
        }
        Err(error) => {
            let _ = std::fs::remove_file(to);
            Err(failed(error))
        }
    }
}

fn same(one: &Path, other: &Path) -> std::io::Result<bool> {
    let open = |path: &Path| File::open(path).map(BufReader::new);
    let (mut one, mut other) = (open(one)?.bytes(), open(other)?.bytes());
    loop {
        match (one.next().transpose()?, other.next().transpose()?) {
            (None, None) => return Ok(true),
            (a, b) if a != b => return Ok(false),
            _ => {}
        }
    }
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}
