//! Restores a backup into a folder, empty or not, by an administrator's password of
//! that time or a recovery code.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use serde_json::{Value, json};
use std::fs::File;

/// Flags with a value.
pub const FLAGS: &[&str] = &[
    "backup",
    "code-file",
    "reason",
    "then-as",
    "then-password-file",
    "then-code-file",
];

/// Flags without one.
pub const SWITCHES: &[&str] = &["take-place"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let reason = args.must("reason")?;
    let secret = Secret::read(args)?;
    let restored = into(&Door::find(args)?, args, &secret, reason)?;
    crate::lines::say(&restored);
    Ok(())
}

/// What opens the backup.
pub(super) enum Secret {
    Code(zeroize::Zeroizing<String>),
    Account(String, zeroize::Zeroizing<String>),
}

impl Secret {
    pub(super) fn read(args: &Args) -> Result<Self, Failure> {
        match args.maybe("code-file") {
            Some(file) => Ok(Self::Code(files::password(file.as_ref())?)),
            None => Ok(Self::Account(
                args.must("as")?.to_owned(),
                files::password(&args.path("password-file")?)?,
            )),
        }
    }
}

impl Secret {
    /// What opens the backup where the desk's own secret does not.
    fn of_its_time(args: &Args) -> Result<Option<Self>, Failure> {
        if let Some(file) = args.maybe("then-code-file") {
            return Ok(Some(Self::Code(files::password(file.as_ref())?)));
        }
        let Some(no) = args.maybe("then-as") else {
            return Ok(None);
        };
        let password = files::password(&args.path("then-password-file")?)?;
        Ok(Some(Self::Account(no.to_owned(), password)))
    }

    /// As the command wants it.
    fn fields(&self) -> impl Iterator<Item = (String, Value)> {
        let fields = match self {
            Self::Code(code) => vec![("code", json!(**code))],
            Self::Account(no, password) => vec![("no", json!(no)), ("password", json!(**password))],
        };
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
    }
}

/// Restores and answers what is there now.
pub(super) fn into(
    door: &Door,
    args: &Args,
    secret: &Secret,
    reason: &str,
) -> Result<Value, Failure> {
    let backup = chosen(door, args)?;
    let name = backup.get("name").cloned().unwrap_or_default();
    let mut input = json!({ "name": name, "place": "chosen", "reason": reason });
    if let Some(input) = input.as_object_mut() {
        input.extend(secret.fields());
        if let Some(then) = Secret::of_its_time(args)? {
            let fields: serde_json::Map<_, _> = then.fields().collect();
            input.insert("backup".to_owned(), Value::Object(fields));
        }
        if args.has("take-place") {
            input.insert("takesPlace".to_owned(), json!(true));
        }
    }
    let done = door.run_long("backups.restore", input)?;
    Ok(json!({
        "at": backup.get("at"),
        "institution": backup.get("institution"),
        "visitors": backup.get("visitors"),
        "bookings": backup.get("bookings"),
        "journal": done.get("journal"),
        "aside": done.get("aside"),
    }))
}

/// The backup that was named, read so far as can be without a secret.
pub(super) fn chosen(door: &Door, args: &Args) -> Result<Value, Failure> {
    let file = args.path("backup")?;
    File::open(&file).map_err(|error| Failure::file("file_unreadable", &file, &error))?;
    let chosen = door.run("backups.choose", json!({}))?;
    Ok(chosen.get("backup").cloned().unwrap_or_default())
}
