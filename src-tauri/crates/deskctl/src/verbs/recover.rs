//! Comes in with a printed recovery code: a new password for an administrator, and
//! two new codes in a file for the safe.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use crate::verbs::init::{sheet, typed_back};
use serde_json::{Value, json};

/// Flags with a value.
pub const FLAGS: &[&str] = &["code-file", "recovery-out"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let (no, out) = (args.must("as")?, args.path("recovery-out")?);
    let code = files::password(&args.path("code-file")?)?;
    let password = files::password(&args.path("password-file")?)?;
    let door = Door::existing(args)?;
    // Taken before the old codes go: new ones that cannot be kept would be lost.
    let file = files::create_with_room(&out)?;
    let input = json!({ "code": *code, "no": no, "password": *password });
    let made = match door.run("session.recover", input) {
        Ok(made) => made,
        Err(failure) => {
            drop(file);
            let _ = std::fs::remove_file(&out);
            return Err(failure);
        }
    };
    let state = door.run("session.state", json!({}))?;
    let house = state.get("institution").and_then(Value::as_str);
    files::fill(
        file,
        &out,
        sheet(house.unwrap_or_default(), &made).as_bytes(),
    )?;
    // While an alarm stands nothing but the decision about it is written.
    let alarm = state.get("phase").and_then(Value::as_str) == Some("alarm");
    if !alarm {
        door.run("setup.confirm", typed_back(&made))?;
    }
    crate::lines::say(
        &json!({ "data": args.must("data")?, "administrator": no, "recovery": out.display().to_string(), "alarm": alarm }),
    );
    Ok(())
}
