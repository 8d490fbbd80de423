//! Sets a desk up and leaves its two recovery codes in a file for the safe.

use crate::args::Args;
use crate::door::Door;
use crate::failure::Failure;
use crate::files;
use serde_json::{Value, json};
use std::path::Path;

/// Flags with a value.
pub const FLAGS: &[&str] = &[
    "institution",
    "admin",
    "admin-name",
    "address",
    "phone",
    "recovery-out",
];
/// Switches.
pub const SWITCHES: &[&str] = &["starter", "training"];

/// Runs it.
pub fn run(args: &Args) -> Result<(), Failure> {
    args.rest(0)?;
    let input = wizard(args)?;
    let (password, out) = (args.path("password-file")?, args.path("recovery-out")?);
    let password = files::password(&password)?;
    let door = Door::find(args)?;
    // Taken before anything is made: codes that cannot be kept would be lost.
    let file = files::create_with_room(&out)?;
    let made = set_up(&door, input, &password);
    let created = match made {
        Ok(created) => created,
        Err(failure) => {
            drop(file);
            let _ = std::fs::remove_file(&out);
            return Err(failure);
        }
    };
    files::fill(
        file,
        &out,
        sheet(args.must("institution")?, &created).as_bytes(),
    )?;
    door.run("setup.confirm", typed_back(&created))?;
    // The first look for room keeps some for the day on which the disk is full.
    let _ = door.gateway().tick();
    crate::lines::say(
        &json!({ "data": args.must("data")?, "recovery": path_text(&out), "training": args.has("training") }),
    );
    Ok(())
}

pub(super) fn set_up(door: &Door, mut input: Value, password: &str) -> Result<Value, Failure> {
    if let Some(admin) = input.get_mut("admin").and_then(Value::as_object_mut) {
        admin.insert("password".to_owned(), json!(password));
    }
    door.run("setup.create", input)
}

/// What the wizard would send; opening hours are those of a check-up centre and are
/// changed in the window.
pub(super) fn wizard(args: &Args) -> Result<Value, Failure> {
    let hours: Vec<Value> = (1..=6)
        .map(|weekday| {
            json!({ "weekday": weekday, "opens": "07:30", "closes": "17:00", "breakFrom": "12:00", "breakTo": "13:30" })
        })
        .collect();
    Ok(json!({
        "institution": {
            "name": args.must("institution")?,
            "address": args.maybe("address").unwrap_or_default(),
            "phone": args.maybe("phone").unwrap_or_default(),
            "hours": hours,
        },
        "admin": { "no": args.must("admin")?, "name": args.maybe("admin-name").unwrap_or("管理员") },
        "content": if args.has("starter") { "starter" } else { "empty" },
        "training": args.has("training"),
    }))
}

/// The groups that were asked for, read from the codes: the file is the proof that they are kept.
pub(super) fn typed_back(created: &Value) -> Value {
    let empty = Vec::new();
    let asked = created
        .get("ask")
        .and_then(Value::as_array)
        .unwrap_or(&empty);
    let answers: Vec<Value> = asked
        .iter()
        .map(|ask| {
            let place = |name: &str| {
                ask.get(name)
                    .and_then(Value::as_u64)
                    .and_then(|n| usize::try_from(n).ok())
                    .unwrap_or(0)
            };
            let (code, group) = (place("code"), place("group"));
            let text = codes(created)
                .get(code)
                .and_then(|c| c.split('-').nth(group.saturating_sub(1)).map(str::to_owned));
            json!({ "code": code, "group": group, "text": text.unwrap_or_default() })
        })
        .collect();
    json!({ "answers": answers })
}

fn codes(created: &Value) -> Vec<String> {
    let list = created.get("codes").and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

pub(super) fn sheet(institution: &str, created: &Value) -> String {
    let mut text = format!(
        "首问 恢复码 / Shouwen recovery codes\n{institution}\n\n\
         两码分开保管，任一码都能在管理员忘记密码时打开数据。打印后请删除此文件。\n\
         Keep the two apart; either one opens the data when no administrator can. Print, then delete this file.\n\n"
    );
    for (name, code) in ["A", "B"].iter().zip(codes(created)) {
        text.push_str(&format!("{name}  {code}\n"));
    }
    text
}

fn path_text(path: &Path) -> String {
    path.display().to_string()
}
