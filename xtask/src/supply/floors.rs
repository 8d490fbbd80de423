//! The lowest versions accepted (`xtask/floors.txt`), for what no list of advisories carries.

use super::{made_of, parsed, read};
use crate::place;
use crate::steps::Outcome;
use semver::Version;
use serde_json::Value;
use std::collections::BTreeMap;

/// Locked versions by `where name`, such as `npm vue`.
type Locked = BTreeMap<String, Vec<String>>;

/// One line of the table.
struct Floor {
    of: String,
    least: Version,
    why: String,
}

/// Every line of our table against what is locked.
pub fn check() -> Outcome {
    let floors = ours()?;
    let faults = faults(&floors, &everything()?)?;
    if faults.is_empty() {
        println!("{} floors hold", floors.len());
        return Ok(());
    }
    Err(faults.join("\n"))
}

fn ours() -> Outcome<Vec<Floor>> {
    table(&read(&place::root().join("xtask/floors.txt"))?)
}

fn table(text: &str) -> Outcome<Vec<Floor>> {
    let lines = text.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let fields: Vec<&str> = line.split_whitespace().collect();
            let [place, name, least, why @ ..] = fields.as_slice() else {
                return Err(format!("not a line of the table: {line}"));
            };
            if why.is_empty() {
                return Err(format!("without a reason: {line}"));
            }
            Ok(Floor {
                of: format!("{place} {name}"),
                least: version(least)?,
                why: why.join(" "),
            })
        })
        .collect()
}

/// What lies below its floor, and what is in the table for nothing.
fn faults(floors: &[Floor], locked: &Locked) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for Floor { of, least, why } in floors {
        let Some(found) = locked.get(of) else {
            faults.push(format!("{of}: not in the lock file, the line is stale"));
            continue;
        };
        for found in found {
            if version(found)?.cmp_precedence(least).is_lt() {
                faults.push(format!("{of} {found} is below {least}: {why}"));
            }
        }
    }
    Ok(faults)
}

fn version(text: &str) -> Outcome<Version> {
    Version::parse(text).map_err(|error| format!("version {text}: {error}"))
}

fn of_crates(lock: &str, locked: &mut Locked) -> Outcome {
    for (name, version, _) in made_of::locked(lock)? {
        let of = format!("crate {name}");
        locked.entry(of).or_default().push(version);
    }
    Ok(())
}

fn of_npm(lock: &Value, locked: &mut Locked) {
    let packages = lock["packages"].as_object().into_iter().flatten();
    for (place, package) in packages {
        let name = place.rsplit_once("node_modules/").map(|(_, name)| name);
        if let (Some(name), Some(version)) = (name, package["version"].as_str()) {
            let of = format!("npm {name}");
            locked.entry(of).or_default().push(version.to_owned());
        }
    }
}

/// Both lock files, and the versions inside of the C sources.
fn everything() -> Outcome<Locked> {
    let root = place::root();
    let mut locked = Locked::new();
    of_crates(&read(&root.join("Cargo.lock"))?, &mut locked)?;
    of_npm(&parsed(&root.join("ui/package-lock.json"))?, &mut locked);
    for source in made_of::inside(&made_of::program()?)? {
        let of = format!("inside {}", source.name);
        locked.entry(of).or_default().push(source.version);
    }
    Ok(locked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_locked_lies_below_its_floor_and_no_line_is_stale() -> Outcome {
        check()
    }

    /// Each line in turn: a version just below it, planted beside the good one.
    #[test]
    fn a_planted_lower_version_is_found_on_every_line() -> Outcome {
        let floors = ours()?;
        let everything = everything()?;
        assert!(floors.len() > 15);
        for planted in &floors {
            let mut locked = everything.clone();
            let Version {
                major,
                minor,
                patch,
                ..
            } = planted.least;
            let lower = match (major, minor, patch) {
                (_, _, 1..) => format!("{major}.{minor}.{}", patch - 1),
                (_, 1.., _) => format!("{major}.{}.9", minor - 1),
                _ => format!("{}.9.9", major - 1),
            };
            locked.entry(planted.of.clone()).or_default().push(lower);
            let found = faults(&floors, &locked)?;
            assert!(
                found.len() == 1 && found[0].contains(&planted.of) && found[0].contains("below"),
                "{found:?}"
            );
            locked.remove(&planted.of);
            let found = faults(&floors, &locked)?;
            assert!(
                found.len() == 1 && found[0].contains("stale"),
                "{}: {found:?}",
                planted.of
            );
        }
        Ok(())
    }

    #[test]
    fn planted_lock_files_are_read_like_ours() -> Outcome {
        let mut locked = Locked::new();
        of_crates(
            "[[package]]\nname = \"tauri\"\nversion = \"2.11.0\"\n\n\
             [[package]]\nname = \"tauri\"\nversion = \"2.12.5\"\n",
            &mut locked,
        )?;
        let lock = r#"{"packages": {"": {"version": "1.0.0"},
            "node_modules/vite": {"version": "8.0.4"},
            "node_modules/a/node_modules/@b/c": {"version": "1.0.0-beta.1"}}}"#;
        let lock = serde_json::from_str(lock).map_err(|error| error.to_string())?;
        of_npm(&lock, &mut locked);
        let floors = table("crate tauri 2.11.1 a\nnpm vite 8.0.5 b\nnpm @b/c 1.0.0 c d\n")?;
        assert_eq!(
            faults(&floors, &locked)?,
            [
                "crate tauri 2.11.0 is below 2.11.1: a",
                "npm vite 8.0.4 is below 8.0.5: b",
                "npm @b/c 1.0.0-beta.1 is below 1.0.0: c d",
            ]
        );
        Ok(())
    }

    #[test]
    fn a_line_without_a_version_or_a_reason_is_refused() {
        for line in ["crate tauri", "crate tauri new why", "npm vue 3.5.45"] {
            assert!(table(line).is_err(), "{line}");
        }
    }
}
