//! cargo-deny over `.cargo/deny.toml`: licences, bans and sources, and the advisories where a
//! list of them is on this machine.

use super::{floors, write};
use crate::place;
use crate::steps::{Outcome, Steps, answer_of, cargo};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Built once with this lock file of its own, and kept until this changes.
const VERSION: &str = "0.20.2";

/// Whether the list of advisories is renewed first; it comes from the network.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lists {
    /// As they lie here, or not at all.
    AsTheyAre,
    /// For what goes out of the house: of today, if the network has it.
    Renewed,
}

/// Licences, bans and sources of the lock file; then a project full of faults, none of which
/// may pass; then what is too old, and what advisories speak of.
pub fn check(steps: &mut Steps, lists: Lists) -> Outcome {
    // Versions need nothing but the lock files.
    steps.step("supply chain: version floors", floors::check)?;
    let deny = match install(steps) {
        Ok(deny) => deny,
        // Without a network nothing new can be in the program either.
        Err(reason) if lists == Lists::AsTheyAre => {
            println!("\nSupply chain: licences, bans and sources were NOT checked here. {reason}");
            return Ok(());
        }
        Err(reason) => return Err(reason),
    };
    // It looks at three systems, and cargo has fetched the crates of one.
    steps.command("crates of every system", &mut cargo(&["fetch", "--locked"]))?;
    steps.command(
        "supply chain: licences, bans, sources",
        &mut of_the_lock_file(&deny),
    )?;
    steps.step("supply chain: planted faults are found", || planted(&deny))?;
    if lists == Lists::Renewed {
        let mut renew = Command::new(&deny);
        renew.current_dir(place::root()).args(["fetch", "db"]);
        if steps
            .command("supply chain: advisories of today", &mut renew)
            .is_err()
        {
            println!("The list of advisories could not be renewed.");
        }
    }
    advisories(steps, &deny)
}

/// The tool, in a folder that outlives checkouts: a release build without the long last part
/// of it, four minutes on one core.
fn install(steps: &mut Steps) -> Outcome<PathBuf> {
    let root = place::target().join("tools");
    let name = format!("cargo-deny{}", std::env::consts::EXE_SUFFIX);
    let deny = root.join("bin").join(name);
    let there = answer_of(Command::new(&deny).arg("--version"));
    if there.is_some_and(|said| said.ends_with(VERSION)) {
        return Ok(deny);
    }
    let mut install = cargo(&["install", "cargo-deny", "--locked", "--force"]);
    install
        .args(["--version", VERSION, "--root"])
        .arg(&root)
        // Not from the checkout: its settings are for the program.
        .current_dir(std::env::temp_dir())
        .env("CARGO_TARGET_DIR", root.join("build"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    let done = steps.command(&format!("build cargo-deny {VERSION}, once"), &mut install);
    let _ = std::fs::remove_dir_all(root.join("build"));
    done.map(|()| deny).map_err(|reason| {
        format!("{reason}\nInstall by hand: cargo install cargo-deny --locked --version {VERSION} --root {}", root.display())
    })
}

/// Copies of one crate are counted among the warnings, and not shown one by one.
fn of_the_lock_file(deny: &Path) -> Command {
    let mut check = Command::new(deny);
    check
        .current_dir(place::root())
        .args(["--log-level", "error", "--offline", "--locked"])
        .args(["check", "--show-stats", "licenses", "bans", "sources"]);
    check
}

/// Tests hang on no network: that the list is missing is said, and is not a fault.
fn advisories(steps: &mut Steps, deny: &Path) -> Outcome {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    // An attempt that failed leaves the folder without a list in it.
    let lists = home.and_then(|home| std::fs::read_dir(home.join("advisory-dbs")).ok());
    let mut lists = lists.into_iter().flatten().flatten();
    if !lists.any(|list| list.path().join(".git").is_dir()) {
        println!("\nAdvisories of RustSec were NOT checked: no list of them is on this machine.");
        return Ok(());
    }
    let mut check = Command::new(deny);
    check
        .current_dir(place::root())
        .args(["--offline", "--locked", "check", "advisories"]);
    steps.command("supply chain: advisories", &mut check)
}

/// What must be refused, by the names the tool has for it.
const FAULTS: [&str; 4] = ["rejected", "banned", "wildcard", "source-not-allowed"];

/// A project with one fault of each kind, under our own settings.
fn planted(deny: &Path) -> Outcome {
    let project = place::target().join("tmp").join("planted");
    let _ = std::fs::remove_dir_all(&project);
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(project.join("stranger")).args(args);
        answer_of(&mut git).is_some()
    };
    for (file, text) in PLANTED {
        write(&project.join(file), text)?;
    }
    let author = [
        "-c",
        "user.name=planted",
        "-c",
        "user.email=planted@localhost",
    ];
    let commit = ["commit", "--quiet", "--message", "planted"];
    let with_git = git(&["init", "--quiet"])
        && git(&["add", "."])
        && git(&[&author[..], &commit[..]].concat());
    if with_git {
        let from = project
            .join("stranger")
            .display()
            .to_string()
            .replace('\\', "/");
        let from = format!(
            "stranger = {{ git = \"file:///{}\" }}\n",
            from.trim_start_matches('/')
        );
        let manifest = PLANTED.first().map(|(_, text)| *text).unwrap_or_default();
        write(&project.join("Cargo.toml"), &(manifest.to_owned() + &from))?;
    } else {
        println!("git is missing: a planted source from elsewhere is left out");
    }
    // What this fetches is not for the real one.
    let home = project.join("home");
    let mut lock = cargo(&["generate-lockfile", "--quiet"]);
    lock.current_dir(&project).env("CARGO_HOME", &home);
    if answer_of(&mut lock).is_none() {
        return Err(format!("{lock:?} failed"));
    }
    let mut check = Command::new(deny);
    let settings = place::root().join(".cargo/deny.toml");
    check
        .current_dir(&project)
        .env("CARGO_HOME", &home)
        .args(["--format", "json", "--offline", "--locked", "--config"])
        .arg(settings)
        .args(["check", "licenses", "bans", "sources"]);
    let output = check.output().map_err(|error| error.to_string())?;
    let found = refused(&String::from_utf8_lossy(&output.stderr));
    let wanted = FAULTS
        .iter()
        .filter(|fault| with_git || **fault != "source-not-allowed");
    let missed: Vec<_> = wanted.filter(|fault| !found.contains(**fault)).collect();
    if output.status.success() || !missed.is_empty() {
        return Err(format!("planted faults pass: {missed:?}; found {found:?}"));
    }
    println!(
        "found: {}",
        found.into_iter().collect::<Vec<_>>().join(", ")
    );
    Ok(())
}

/// The codes of the errors among lines of JSON.
fn refused(lines: &str) -> BTreeSet<String> {
    let lines = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines
        .filter(|line| line["fields"]["severity"] == "error")
        .filter_map(|line| line["fields"]["code"].as_str().map(str::to_owned))
        .collect()
}

/// The manifest comes first: its dependencies are open at the end.
const PLANTED: [(&str, &str); 6] = [
    (
        "Cargo.toml",
        "[package]\nname = \"planted\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\
         license = \"GPL-3.0-only\"\n\n[workspace]\n\n[dependencies]\n\
         native-tls = { path = \"native-tls\", version = \"*\" }\n",
    ),
    ("src/lib.rs", ""),
    (
        "native-tls/Cargo.toml",
        "[package]\nname = \"native-tls\"\nversion = \"1.0.0\"\nedition = \"2024\"\nlicense = \"MIT\"\n",
    ),
    ("native-tls/src/lib.rs", ""),
    (
        "stranger/Cargo.toml",
        "[package]\nname = \"stranger\"\nversion = \"1.0.0\"\nedition = \"2024\"\nlicense = \"MIT\"\n",
    ),
    ("stranger/src/lib.rs", ""),
];

#[cfg(test)]
mod tests {
    use super::super::{made_of, read};
    use super::*;

    fn settings() -> Outcome<toml::Table> {
        let text = read(&place::root().join(".cargo/deny.toml"))?;
        toml::from_str(&text).map_err(|error| error.to_string())
    }

    #[test]
    fn every_accepted_advisory_says_why_and_strikes_a_crate_that_is_still_locked() -> Outcome {
        let lock = made_of::locked(&read(&place::root().join("Cargo.lock"))?)?;
        let settings = settings()?;
        let accepted = settings["advisories"]["ignore"].as_array();
        let accepted = accepted.map(Vec::as_slice).unwrap_or_default();
        assert!(!accepted.is_empty());
        for one in accepted {
            let reason = one["reason"].as_str().unwrap_or_default();
            let (of, why) = reason.split_once(": ").unwrap_or_default();
            assert!(why.len() > 10, "{one}");
            assert!(lock.iter().any(|(name, ..)| name == of), "stale: {one}");
        }
        Ok(())
    }

    #[test]
    fn only_errors_count_as_refused() {
        let lines = "a line of another kind\n\
            {\"type\":\"diagnostic\",\"fields\":{\"severity\":\"error\",\"code\":\"banned\"}}\n\
            {\"type\":\"diagnostic\",\"fields\":{\"severity\":\"warning\",\"code\":\"duplicate\"}}\n";
        assert_eq!(refused(lines), BTreeSet::from(["banned".to_owned()]));
    }
}
